package io.github.hlr4j.cli;

import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HlrEvents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what arrives at the door of a run and cannot be used, to be said at the end. */
final class ArrivalLog implements HlrEvents {

    private final Map<String, Integer> unusable = new TreeMap<>();

    @Override
    public void on(HlrEvent event) {
        if (event instanceof HlrEvent.ResultConflict) {
            count("contradicted an earlier answer and was dropped");
        } else if (event instanceof HlrEvent.HandOverFailed failed) {
            count("was not taken: " + failed.cause().getMessage());
        } else if (event instanceof HlrEvent.NotificationRefused refused) {
            count(
                    refused.correlation().isEmpty()
                            ? "came from a stranger and was answered " + refused.httpStatus()
                            : "was answered " + refused.httpStatus() + ": " + refused.reason());
        }
    }

    /** One line for each kind of notification that could not be used. */
    synchronized List<String> troubles() {
        return unusable.entrySet().stream()
                .map(entry -> (entry.getValue() == 1 ? "a notification " : entry.getValue() + " notifications: each ")
                        + entry.getKey())
                .toList();
    }

    private synchronized void count(String what) {
        unusable.merge(what, 1, Integer::sum);
    }
}
