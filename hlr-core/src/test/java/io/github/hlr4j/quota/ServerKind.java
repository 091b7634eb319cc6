package io.github.hlr4j.quota;

import java.util.function.LongFunction;

/** The ways of servers to count 360 requests a minute; which one the service uses is not documented. */
enum ServerKind {
    SLIDING_ON_ARRIVALS(phase -> new SlidingMinute(true)),
    SLIDING_ON_ACCEPTED(phase -> new SlidingMinute(false)),
    FIXED_MINUTE(FixedMinute::new),
    BUCKET_OF_360(phase -> new TokenBucket(360)),
    BUCKET_OF_60(phase -> new TokenBucket(60)),
    WEIGHTED_MINUTES(WeightedMinutes::new),
    SYMFONY(phase -> new SymfonyWindow());

    private final LongFunction<Limiter> limiter;

    ServerKind(LongFunction<Limiter> limiter) {
        this.limiter = limiter;
    }

    /** A new server, into whose minute the phase reaches at time 0 where its minutes have fixed ends. */
    Limiter start(long phase) {
        return limiter.apply(phase);
    }
}
