package io.github.hlr4j.quota;

/** What can come between a schedule and a server that counts what arrives. */
enum Disturbance {
    /** Our clock runs 5,000 ppm faster than the server's. */
    FAST_CLOCK,
    /** Our clock runs 5,000 ppm slower than the server's. */
    SLOW_CLOCK,
    /** Nobody asks for up to 150 seconds, then many at once. */
    BURSTS,
    /** One request of 100 is up to a minute on its way, and is given up after half a minute. */
    LATE,
    /** One request of 50 is given up while it is on its way, and arrives up to half a minute later. */
    LOST,
    /** The server stands still for 15 seconds; what came meanwhile it counts together. */
    STALLS,
    /** Our process dies, and the next one knows from the ledger that requests had left, not what became of them. */
    RESTARTS
}
