package io.github.hlr4j.quota;

/** The ways of servers to count 360 requests a minute; which one the service uses is not documented. */
enum ServerKind {
    SLIDING_ON_ARRIVALS,
    SLIDING_ON_ACCEPTED,
    FIXED_MINUTE,
    BUCKET_OF_360,
    BUCKET_OF_60,
    WEIGHTED_MINUTES,
    SYMFONY;

    /** A new server, into whose minute the phase reaches at time 0 where its minutes have fixed ends. */
    Limiter start(long phase) {
        return switch (this) {
            case SLIDING_ON_ARRIVALS -> new SlidingMinute(true);
            case SLIDING_ON_ACCEPTED -> new SlidingMinute(false);
            case FIXED_MINUTE -> new FixedMinute(phase);
            case BUCKET_OF_360 -> new TokenBucket(360);
            case BUCKET_OF_60 -> new TokenBucket(60);
            case WEIGHTED_MINUTES -> new WeightedMinutes(phase);
            case SYMFONY -> new SymfonyWindow();
        };
    }
}
