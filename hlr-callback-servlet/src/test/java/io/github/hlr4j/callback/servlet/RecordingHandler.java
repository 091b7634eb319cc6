package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.callback.NotificationHandler;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A handler that keeps what it got, and fails when told to. */
final class RecordingHandler implements NotificationHandler {

    final BlockingQueue<HlrNotification> results = new LinkedBlockingQueue<>();
    private volatile Runnable mishap = () -> {};

    void failWith(Runnable newMishap) {
        mishap = newMishap;
    }

    @Override
    public void handle(Correlation correlation, List<HlrNotification> handed) {
        mishap.run();
        results.addAll(handed);
    }
}
