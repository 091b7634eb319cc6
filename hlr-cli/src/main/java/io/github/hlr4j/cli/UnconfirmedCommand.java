package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunRecord;
import io.github.hlr4j.client.HlrClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hlr unconfirmed}: the batches that nobody is sure of, and what is decided about them. */
@Command(
        name = "unconfirmed",
        description = {
            "Lists the batches of a run that may have been billed and were not confirmed.",
            "Answers that still arrive settle them by themselves, at 'hlr verify' or 'hlr listen'."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UnconfirmedCommand implements Callable<Integer> {

    private static final Set<BatchState> DOUBTFUL = Set.of(BatchState.UNCONFIRMED, BatchState.PRESUMED_NOT_ACCEPTED);

    private final Terminal terminal;

    @ParentCommand
    private Hlr hlr;

    @Mixin
    private RunOptions options;

    @ArgGroup
    private Decision decision = new Decision();

    @Option(names = "--yes", description = "Do not ask before sending again.")
    private boolean yes;

    @Mixin
    private SendingOptions sending;

    @Mixin
    private ReceivingOptions receiving;

    /** Sending again, or giving up: one excludes the other. */
    static final class Decision {

        @Option(
                names = "--resubmit",
                description = "Send them again, which pays for them a second time where they were accepted.")
        private boolean resubmit;

        @Option(names = "--write-off", description = "Give them up: they count as not accepted.")
        private boolean writeOff;
    }

    UnconfirmedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Ledger ledger = options.open(terminal)) {
            RunRecord run = options.find(ledger);
            List<Attempt> doubtful = ledger.attempts(run.name(), DOUBTFUL);
            list(doubtful);
            if (decision.writeOff) {
                int given = ledger.presumeNotAccepted(
                        run.name(), terminal.clock().instant().plus(1, ChronoUnit.DAYS));
                terminal.say(given + (given == 1 ? " batch was" : " batches were") + " given up");
                return ExitCode.OK;
            }
            return decision.resubmit && !doubtful.isEmpty() ? resubmit(ledger, run, doubtful) : ExitCode.OK;
        }
    }

    private void list(List<Attempt> doubtful) {
        if (doubtful.isEmpty()) {
            terminal.out().println("no batch is unconfirmed");
        }
        for (Attempt attempt : doubtful) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "batch %-6d %3d numbers  %-11s  sent %s  %s%s%n",
                            attempt.batch(),
                            attempt.size(),
                            attempt.cost(),
                            attempt.intendedAt().truncatedTo(ChronoUnit.SECONDS),
                            attempt.state() == BatchState.UNCONFIRMED ? "" : "given up; ",
                            attempt.reason().orElse(""));
        }
        terminal.out().flush();
    }

    private int resubmit(Ledger ledger, RunRecord run, List<Attempt> doubtful) throws InterruptedException {
        receiving.requireConsistency();
        if (!yes && !isConfirmed(cost(run, doubtful), doubtful.size())) {
            terminal.say("nothing was sent");
            return ExitCode.OK;
        }
        try (Service service = sending.service(terminal);
                CallbackServer server = CallbackServer.open(receiving.listenFor(service));
                HlrClient client = SendingOptions.client(service)) {
            BulkVerification.Builder builder = BulkVerification.builder(client, ledger)
                    .name(run.name().value())
                    .at(receiving.publicUrl().orElseGet(() -> server.address().url()));
            receiving.keys().ifPresent(builder::signedWith);
            sending.configure(builder);
            try (VerifyRun again =
                    new VerifyRun(terminal, builder, true, sending.progress(terminal), hlr.isDebugging())) {
                server.serve(again.receiver());
                again.resubmitUnconfirmed();
                again.awaitAnswers(receiving.longestWait(), server::stopReceiving);
                return again.finish(Optional.empty(), Optional.empty());
            }
        }
    }

    private static MicroEuros cost(RunRecord run, List<Attempt> doubtful) {
        MicroEuros price = run.price().orElse(MicroEuros.DOCUMENTED_PRICE);
        return doubtful.stream().map(attempt -> price.times(attempt.size())).reduce(MicroEuros.NONE, MicroEuros::plus);
    }

    private boolean isConfirmed(MicroEuros cost, int batches) {
        terminal.err()
                .print("Send " + batches + (batches == 1 ? " batch" : " batches") + " again for " + cost
                        + ", though they may have been paid for already? [y/N] ");
        terminal.err().flush();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
            String answer = in.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            throw new CliException("the answer cannot be read; --yes does not ask", e);
        }
    }
}
