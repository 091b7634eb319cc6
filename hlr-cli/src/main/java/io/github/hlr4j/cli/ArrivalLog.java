package io.github.hlr4j.cli;

import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HlrEvents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what arrives at the door of a run: answers for the progress, and for the end what could not be used. */
final class ArrivalLog implements HlrEvents {

    private final Progress progress;
    private final Map<String, Integer> unusable = new TreeMap<>();

    ArrivalLog(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void on(HlrEvent event) {
        if (event instanceof HlrEvent.NotificationTaken taken) {
            progress.answered(taken.first());
        } else if (event instanceof HlrEvent.ResultConflict) {
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
