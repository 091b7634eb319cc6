package io.github.hlr4j.ledger.jdbc;

import java.time.Duration;
import java.time.Instant;

/** Moments as they lie in the database: nanoseconds since 1970, which end in 2262; what is further away is as far as that. */
final class Moments {

    private static final Instant FIRST = toInstant(Long.MIN_VALUE);
    private static final Instant LAST = toInstant(Long.MAX_VALUE);

    private Moments() {}

    static long toNanos(Instant moment) {
        if (moment.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return moment.isBefore(FIRST)
                ? Long.MIN_VALUE
                : Duration.between(Instant.EPOCH, moment).toNanos();
    }

    static Instant toInstant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
