package io.github.hlr4j.quota;

/** Takes a token for each request, and puts 360 a minute back as long as there is room. */
final class TokenBucket implements Limiter {

    /** So that a nanosecond brings a whole number of the units in which the bucket is measured. */
    private static final long TOKEN = MINUTE;

    private final long capacity;
    private long level;
    private long filled;

    TokenBucket(int tokens) {
        this.capacity = tokens * TOKEN;
        this.level = capacity;
    }

    @Override
    public boolean accepts(long now) {
        level = Math.min(capacity, level + (now - filled) * LIMIT);
        filled = now;
        boolean accepted = level >= TOKEN;
        if (accepted) {
            level -= TOKEN;
        }
        return accepted;
    }
}
