package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.BulkProgress;
import io.github.hlr4j.bulk.spi.LedgerException;
import io.github.hlr4j.bulk.spi.MicroEuros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
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

    /** Begins to show a run. */
    void watch(Supplier<BulkProgress> run);

    boolean isShown();

    /** Shows where the run stands for the last time; closing again draws nothing. */
    @Override
    void close();

    static Progress of(When when, Terminal terminal) {
        boolean shown = when == When.ALWAYS || (when == When.AUTO && terminal.peopleReadErr());
        return shown ? new Bar(terminal) : new Silent();
    }

    /** Nothing is shown. */
    final class Silent implements Progress {

        @Override
        public void watch(Supplier<BulkProgress> run) {}

        @Override
        public boolean isShown() {
            return false;
        }

        @Override
        public void close() {}
    }

    /** One line that is drawn over and over: answered numbers as the bar, then requests, speed, time left and money. */
    final class Bar implements Progress {

        private static final int REFRESH_MILLIS = 500;
        private static final int WIDTH = 130;

        private final Terminal terminal;
        private final Thread painter = new Thread(this::paint, "progress");
        private Supplier<BulkProgress> run;
        private ProgressBar bar;
        private boolean closed;

        private Bar(Terminal terminal) {
            this.terminal = terminal;
            painter.setDaemon(true);
        }

        @Override
        public boolean isShown() {
            return true;
        }

        @Override
        public synchronized void watch(Supplier<BulkProgress> newRun) {
            run = newRun;
            bar = new ProgressBarBuilder()
                    .setTaskName("answered")
                    .setInitialMax(newRun.get().run().facts().numbers())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .hideEta()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                    .build();
            painter.start();
        }

        private synchronized void paint() {
            try {
                while (!closed) {
                    show();
                    wait(REFRESH_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** A ledger that fails ends the run and is said there; the bar stays as it was. */
        private void show() {
            try {
                BulkProgress progress = run.get();
                bar.stepTo(progress.counts().answered());
                bar.setExtraMessage(" " + Texts.of(progress));
            } catch (LedgerException e) {
                bar.setExtraMessage(" the ledger failed");
            }
        }

        @Override
        public synchronized void close() {
            if (!closed && bar != null) {
                show();
                bar.close();
            }
            closed = true;
            notifyAll();
        }
    }

    /** The words beside the bar. */
    final class Texts {

        private static final int DECIMALS = 3;

        private Texts() {}

        static String of(BulkProgress progress) {
            StringBuilder text = new StringBuilder()
                    .append(progress.sent())
                    .append('/')
                    .append(progress.run().batches())
                    .append(" requests");
            if (!progress.timeLeft().isZero()) {
                text.append(String.format(Locale.ROOT, ", %.0f/min, ", progress.requestsPerMinute()))
                        .append(clock(progress.timeLeft()))
                        .append(" left");
            }
            return text.append(String.format(
                            Locale.ROOT,
                            ", %s EUR + %s at risk",
                            euros(progress.counts().spent()),
                            euros(progress.counts().atRisk())))
                    .toString();
        }

        /** Always as many decimals, so that the line does not jump. */
        private static BigDecimal euros(MicroEuros amount) {
            return amount.toCost().amount().setScale(DECIMALS, RoundingMode.HALF_UP);
        }

        private static String clock(Duration time) {
            return time.toHours() > 0
                    ? String.format(
                            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                    : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
        }
    }
}
