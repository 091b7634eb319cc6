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
final class VerifyRun {

    private final Terminal terminal;
    private final LedgerOptions books;
    private final Progress progress;
    private final boolean debugging;
    private final Troubles troubles = new Troubles();
    private final ArrivalLog arrivals = new ArrivalLog();
    private final BulkVerification run;
    private final StopSignal signal;
    private volatile boolean interrupted;
    private boolean waited;

    VerifyRun(
            Terminal terminal,
            BulkVerification.Builder builder,
            LedgerOptions books,
            Progress progress,
            boolean debugging) {
        this.terminal = terminal;
        this.books = books;
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
        boolean started = false;
        try {
            run.start(numbers);
            progress.watch(run::progress);
            started = true;
        } finally {
            if (!started) {
                signal.finished();
            }
        }
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

    /** Says how it ended, and writes the results and the report. */
    int finish(Output results, Optional<ReportFile> reportFile, Service service) throws InterruptedException {
        BulkReport end = run.await(Duration.ZERO);
        RunReport report = new RunReport(end, run.unconfirmed(), troubles, waited, interrupted, books.isKept());
        try {
            progress.close();
            report.lines().forEach(terminal::say);
            arrivals.troubles().forEach(terminal::say);
            if (debugging) {
                troubles.causes().forEach(cause -> cause.printStackTrace(terminal.err()));
            }
            if (progress.isShown() || reportFile.isPresent()) {
                tell(report, reportFile, service);
            }
            results.writeAll(() -> run.results().map(VerifyRun::row));
        } finally {
            run.close();
            signal.finished();
        }
        return report.exitCode();
    }

    private void tell(RunReport report, Optional<ReportFile> reportFile, Service service) {
        ResultTally tally = new ResultTally();
        try (Stream<NumberResult> results = run.results()) {
            results.flatMap(result -> result.result().stream()).forEach(tally::add);
        }
        if (progress.isShown()) {
            terminal.say(report.summary(tally));
        }
        reportFile.ifPresent(file -> file.write(ReportFacts.of(report, books, service), tally));
    }

    private void interrupt() {
        interrupted = true;
        run.cancel();
    }

    private static ResultRow row(NumberResult result) {
        return new ResultRow(result.phone(), result.result(), result.campaign());
    }
}
