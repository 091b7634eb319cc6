package io.github.hlr4j.it.bulk.crash;

import java.time.Duration;

/** When each of several requests arrived, in nanoseconds, in the order in which they did. */
final class Arrivals {

    private final long[] nanos;

    Arrivals(long... nanos) {
        this.nanos = nanos.clone();
    }

    int count() {
        return nanos.length;
    }

    /** How long it took from the first to the last. */
    Duration duration() {
        return nanos.length == 0 ? Duration.ZERO : Duration.ofNanos(nanos[nanos.length - 1] - nanos[0]);
    }

    /** How many there were at the most in any window, wherever it begins. */
    int mostWithin(Duration window) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < nanos.length; last++) {
            while (nanos[last] - nanos[first] >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
