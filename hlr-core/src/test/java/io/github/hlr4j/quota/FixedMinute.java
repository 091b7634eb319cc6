package io.github.hlr4j.quota;

/** Counts from nought again each minute. */
final class FixedMinute implements Limiter {

    private final long phase;
    private long minute;
    private int count;

    FixedMinute(long phase) {
        this.phase = phase;
    }

    @Override
    public boolean accepts(long now) {
        long current = (now + phase) / MINUTE;
        if (current != minute) {
            minute = current;
            count = 0;
        }
        count++;
        return count <= LIMIT;
    }
}
