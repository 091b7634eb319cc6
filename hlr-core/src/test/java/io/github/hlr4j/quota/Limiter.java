package io.github.hlr4j.quota;

/** How a server decides whom it refuses for asking too often. Times are nanoseconds by its clock and never run backwards. */
interface Limiter {

    long MINUTE = 60_000_000_000L;
    int LIMIT = 360;

    /** Takes note of a request that arrives now; false is a 429. */
    boolean accepts(long now);
}
