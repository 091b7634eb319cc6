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
    private final Terminal terminal;
    private final Thread hook;
    private boolean repliesAreIn;

    private StopSignal(Runnable stop, Terminal terminal) {
        this.terminal = terminal;
        this.hook = new Thread(() -> stopAndWait(stop), "stop-signal");
    }

    static StopSignal calls(Runnable stop, Terminal terminal) {
        StopSignal signal = new StopSignal(stop, terminal);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Nothing is waited for any more but the writing of what is known. */
    synchronized void repliesAreIn() {
        repliesAreIn = true;
    }

    private synchronized void sayWhatIsWaitedFor() {
        if (!repliesAreIn) {
            terminal.say("interrupted; waiting for the replies to requests that have left, 30 seconds at the most");
        }
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
            if (!finished.await(1, TimeUnit.SECONDS)) {
                sayWhatIsWaitedFor();
            }
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
