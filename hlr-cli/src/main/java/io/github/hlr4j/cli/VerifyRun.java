package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.cli.report.ResultTally;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of {@code hlr verify}, watched and reported: whatever happens, what is known is said and written down. */
final class VerifyRun implements AutoCloseable {

    private final Terminal terminal;
    private final boolean kept;
    private final Progress progress;
    private final boolean debugging;
    private final Troubles troubles = new Troubles();
    private final ArrivalLog arrivals = new ArrivalLog();
    private final BulkVerification run;
    private final StopSignal signal;
    private volatile boolean interrupted;
    private boolean waited;

    VerifyRun(Terminal terminal, BulkVerification.Builder builder, boolean kept, Progress progress, boolean debugging) {
        this.terminal = terminal;
        this.kept = kept;
        this.progress = progress;
        this.debugging = debugging;
        this.run = builder.listener(troubles).events(arrivals).build();
        this.signal = StopSignal.calls(this::interrupt, terminal);
    }

    CallbackReceiver receiver() {
        return run.receiver();
    }

    /** Reads, plans and begins to send; if it throws, nothing was sent. */
    void start(NumberInput numbers) {
        begin(() -> run.start(numbers));
    }

    /** Begins to send again what nobody is sure of; if it throws, nothing was sent. */
    void resubmitUnconfirmed() {
        begin(run::resubmitUnconfirmed);
    }

    private void begin(Runnable beginning) {
        beginning.run();
        progress.watch(run::progress);
    }

    void awaitSending() throws InterruptedException {
        run.await(Duration.ZERO);
    }

    /** Waits for answers, and then stops receiving, so that nothing is acknowledged that the results would not have. */
    void awaitAnswers(Duration longest, Runnable stopReceiving) throws InterruptedException {
        waited = true;
        try {
            run.await(longest);
        } finally {
            stopReceiving.run();
        }
    }

    /** Says how it ended, and writes the results and the page about it. */
    int finish(Optional<Output> results, Optional<PageWriter> page) throws InterruptedException {
        BulkReport end = run.await(Duration.ZERO);
        signal.repliesAreIn();
        RunReport report = new RunReport(end, run.attempts(RunReport.OPEN), troubles, waited, interrupted, kept);
        progress.close();
        report.lines().forEach(terminal::say);
        arrivals.troubles().forEach(terminal::say);
        if (debugging) {
            troubles.causes().forEach(cause -> cause.printStackTrace(terminal.err()));
        }
        if (progress.isShown() || page.isPresent()) {
            tell(report, page);
        }
        results.ifPresent(output -> output.writeAll(() -> run.results().map(ResultRow::of)));
        return report.exitCode();
    }

    private void tell(RunReport report, Optional<PageWriter> page) {
        ResultTally tally = new ResultTally();
        try (Stream<NumberResult> results = run.results()) {
            results.flatMap(result -> result.result().stream()).forEach(tally::add);
        }
        if (progress.isShown()) {
            terminal.say(report.summary(tally));
        }
        page.ifPresent(writer -> writer.write(report, tally));
    }

    /** Writes the page of {@code --report}. */
    @FunctionalInterface
    interface PageWriter {
        void write(RunReport report, ResultTally tally);
    }

    private void interrupt() {
        interrupted = true;
        run.cancel();
    }

    /** Sends nothing more; whatever broke, nobody waits any longer for what this run would still say. */
    @Override
    public void close() {
        try {
            run.close();
        } finally {
            signal.finished();
        }
    }
}
