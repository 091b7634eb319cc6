package io.github.hlr4j.it.bench;

import java.util.Arrays;

/** Times of one kind, in nanoseconds, and what statistics need of those below a limit. */
final class Samples {

    private long[] nanos = new long[1024];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
    }

    long[] all() {
        return Arrays.copyOf(nanos, size);
    }

    /** Count, mean and variance of the times up to a limit; the others are outliers. */
    Summary upTo(long limit) {
        long[] kept =
                Arrays.stream(nanos, 0, size).filter(time -> time <= limit).toArray();
        double mean = Arrays.stream(kept).average().orElseThrow();
        double squares = Arrays.stream(kept)
                .mapToDouble(time -> (time - mean) * (time - mean))
                .sum();
        return new Summary(kept.length, mean, squares / (kept.length - 1));
    }

    /**
     * What Welch's t-test needs of some times.
     *
     * @param count how many
     * @param mean their mean
     * @param variance their variance
     */
    record Summary(int count, double mean, double variance) {

        /** Welch's t: the difference of two means in units of what chance alone makes of it. */
        double t(Summary other) {
            return (mean - other.mean) / Math.sqrt(variance / count + other.variance / other.count);
        }
    }
}
