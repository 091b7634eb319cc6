package io.github.hlr4j.testkit;

import io.github.hlr4j.quota.Rate;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts requests in a window that slides with the time (D04). Requests that are turned away do not count.
 *
 * <p>Not safe for concurrent use. Remembers the arrivals of one window, at most as many as the rate allows.
 */
final class ArrivalWindow {

    private final int allowed;
    private final long length;
    private final Deque<Long> arrivals = new ArrayDeque<>();

    ArrivalWindow(Rate rate) {
        this.allowed = rate.requests();
        this.length = rate.window().toNanos();
    }

    boolean admit(long now) {
        while (!arrivals.isEmpty() && now - arrivals.peekFirst() >= length) {
            arrivals.removeFirst();
        }
        boolean admitted = arrivals.size() < allowed;
        if (admitted) {
            arrivals.addLast(now);
        }
        return admitted;
    }

    void clear() {
        arrivals.clear();
    }
}
