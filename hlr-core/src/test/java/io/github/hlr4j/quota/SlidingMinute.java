package io.github.hlr4j.quota;

import java.util.Arrays;

/** Remembers the last 360 requests, each of which must be more than a minute old before its place is taken. */
final class SlidingMinute implements Limiter {

    private final boolean countsRefused;
    private final long[] last = new long[LIMIT];
    private int oldest;

    SlidingMinute(boolean countsRefused) {
        this.countsRefused = countsRefused;
        Arrays.fill(last, -2 * MINUTE);
    }

    @Override
    public boolean accepts(long now) {
        boolean accepted = now - last[oldest] > MINUTE;
        if (accepted || countsRefused) {
            last[oldest] = now;
            oldest = (oldest + 1) % LIMIT;
        }
        return accepted;
    }
}
