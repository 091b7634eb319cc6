package io.github.hlr4j.it.bench;

/** How often each time was taken, in microseconds up to a second. */
final class Latencies {

    private static final int LONGEST_MICROS = 1_000_000;

    private final int[] counts = new int[LONGEST_MICROS + 1];
    private long total;

    void add(long nanos) {
        counts[(int) Math.min(nanos / 1_000, LONGEST_MICROS)]++;
        total++;
    }

    /** The time that a share of all, from 0 to 1, did not exceed. */
    double millis(double share) {
        long rest = (long) Math.ceil(total * share);
        int micros = 0;
        while (micros < LONGEST_MICROS && rest > counts[micros]) {
            rest -= counts[micros++];
        }
        return micros / 1_000.0;
    }
}
