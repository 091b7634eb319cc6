package io.github.hlr4j.testkit;

import io.github.hlr4j.quota.Rate;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts requests in a window that slides with the time (D04). Requests that are turned away do not count.
 *
 * <p>Safe for concurrent use. Remembers the arrivals of one window, at most as many as the rate allows.
 */
final class ArrivalWindow {

    private final int allowed;
    private final long length;
    private final Deque<Long> arrivals = new ArrayDeque<>();
    private int peak;

    ArrivalWindow(Rate rate) {
        this.allowed = rate.requests();
        this.length = rate.window().toNanos();
    }

    synchronized boolean admit(long now) {
        while (!arrivals.isEmpty() && now - arrivals.peekFirst() >= length) {
            arrivals.removeFirst();
        }
        boolean admitted = arrivals.size() < allowed;
        if (admitted) {
            arrivals.addLast(now);
            peak = Math.max(peak, arrivals.size());
        }
        return admitted;
    }

    int allowed() {
        return allowed;
    }

    synchronized int used() {
        return arrivals.size();
    }

    synchronized int peak() {
        return peak;
    }

    synchronized void clear() {
        arrivals.clear();
        peak = 0;
    }
}
