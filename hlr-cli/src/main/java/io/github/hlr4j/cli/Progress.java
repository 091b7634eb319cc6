package io.github.hlr4j.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run is: a bar on standard error, or nothing. */
interface Progress extends AutoCloseable {

    /** When to show it. */
    enum When {
        AUTO,
        NEVER,
        ALWAYS
    }

    /** One more request is over, however it ended. */
    void sent();

    /** So many more numbers were answered. */
    void answered(int numbers);

    boolean isShown();

    @Override
    void close();

    static Progress of(When when, Terminal terminal, int requests, int numbers) {
        boolean shown = when == When.ALWAYS || (when == When.AUTO && terminal.peopleReadErr());
        return shown ? new Bar(terminal, requests, numbers) : new Silent();
    }

    /** Nothing is shown. */
    final class Silent implements Progress {

        @Override
        public boolean isShown() {
            return false;
        }

        @Override
        public void sent() {}

        @Override
        public void answered(int numbers) {}

        @Override
        public void close() {}
    }

    /** One line that is drawn over and over: answered numbers as the bar, requests as its text. */
    final class Bar implements Progress {

        private static final int REFRESH_MILLIS = 200;
        private static final int WIDTH = 90;

        private final ProgressBar bar;
        private final int requests;
        private int sent;
        private boolean closed;

        private Bar(Terminal terminal, int requests, int numbers) {
            this.requests = requests;
            this.bar = new ProgressBarBuilder()
                    .setTaskName("answered")
                    .setInitialMax(numbers)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                    .build();
            showSent();
        }

        @Override
        public boolean isShown() {
            return true;
        }

        @Override
        public synchronized void sent() {
            sent++;
            showSent();
        }

        private void showSent() {
            bar.setExtraMessage(" " + sent + "/" + requests + " requests");
        }

        @Override
        public void answered(int numbers) {
            bar.stepBy(numbers);
        }

        /** Closing again draws nothing. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                bar.close();
            }
        }
    }
}
