package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hlr status}: where a run stands. */
@Command(name = "status", description = "Says where a run stands.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final Map<BatchState, String> WORDS = Map.of(
            BatchState.PLANNED, "not sent yet",
            BatchState.INTENT, "on their way",
            BatchState.ACCEPTED, "accepted",
            BatchState.REJECTED, "refused",
            BatchState.NOT_SENT, "could not be sent",
            BatchState.UNCONFIRMED, "unconfirmed",
            BatchState.PRESUMED_NOT_ACCEPTED, "given up");

    private final Terminal terminal;

    @Mixin
    private RunOptions options;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = options.open(terminal)) {
            RunRecord run = options.find(ledger);
            RunCounts counts = ledger.counts(run.name());
            PrintStream out = terminal.out();
            line(out, "run", run.name() + ", planned " + run.plannedAt().truncatedTo(ChronoUnit.SECONDS));
            line(
                    out,
                    "numbers",
                    grouped(run.facts().numbers()) + " in " + batches(run.batches()) + "; left out: "
                            + grouped(run.facts().duplicates()) + " repeated, "
                            + grouped(run.facts().skipped()) + " answered lately");
            for (BatchState state : BatchState.values()) {
                if (counts.batches(state) > 0) {
                    line(
                            out,
                            WORDS.get(state),
                            batches(counts.batches(state)) + ", " + grouped(counts.numbers(state)) + " numbers");
                }
            }
            line(out, "answered", grouped(counts.answered()) + " numbers, " + grouped(counts.missing()) + " missing");
            line(out, "spent", counts.spent().toString());
            line(out, "at risk", counts.atRisk().toString());
            if (counts.paidTwice() > 0) {
                line(out, "paid twice", batches(counts.paidTwice()));
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf(Locale.ROOT, "%-18s %s%n", name, value);
    }

    private static String batches(int count) {
        return grouped(count) + (count == 1 ? " batch" : " batches");
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
