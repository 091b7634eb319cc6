package io.github.hlr4j.quota;

/**
 * Weighs the window before as {@link WeightedMinutes} does, but with a window that starts with the first request, counts only what
 * it accepts, and rounds down: {@code SlidingWindowLimiter} of Symfony's RateLimiter.
 */
final class SymfonyWindow implements Limiter {

    private long end = -2 * MINUTE;
    private int before;
    private int count;

    @Override
    public boolean accepts(long now) {
        if (now > end) {
            boolean follows = now < end + MINUTE;
            before = follows ? count : 0;
            end = (follows ? end : now) + MINUTE;
            count = 0;
        }
        double passed = Math.min((double) (now - (end - MINUTE)) / MINUTE, 1);
        boolean accepted = Math.floor(before * (1 - passed) + count) < LIMIT;
        if (accepted) {
            count++;
        }
        return accepted;
    }
}
