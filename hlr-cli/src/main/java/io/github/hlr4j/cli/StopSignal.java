package io.github.hlr4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a termination signal into a clean stop: the work is told to stop, and the process ends when the
 * work has finished, or when patience is over. The exit code is then the signal's own, 130 for Ctrl-C.
 */
final class StopSignal {

    /** Longer than one exchange with the service may take. */
    private static final int PATIENCE_SECONDS = 40;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private StopSignal(Runnable stop) {
        this.hook = new Thread(() -> stopAndWait(stop), "stop-signal");
    }

    static StopSignal calls(Runnable stop) {
        StopSignal signal = new StopSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    void finished() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came: the hook is running and ends with the latch.
            return;
        }
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
