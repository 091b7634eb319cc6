package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.BulkListener;
import io.github.hlr4j.bulk.BulkReceiver;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.spi.HlrEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hlr listen}: receives notifications for a sender elsewhere, until it is interrupted. */
@Command(
        name = "listen",
        description = "Receives the answers to requests that were sent elsewhere with the same keys.",
        mixinStandardHelpOptions = true)
final class ListenCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--listen", required = true, paramLabel = "HOST:PORT", description = "Where to listen.")
    private ListenAddress listen;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The keys that the sender signs with; with --ledger by default the ledger's own.")
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = "--ledger",
            paramLabel = "FILE|jdbc:postgresql://...",
            description = "Keep the answers in the ledger of the sender; 'hlr export' writes them.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "A file to append to, .csv or .jsonl; default standard output as CSV.")
    private Optional<String> output = Optional.empty();

    ListenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (keys.isEmpty() && ledger.isEmpty()) {
            throw new CliException("--keys is missing: with which keys does the sender sign? Or share its --ledger");
        }
        if (ledger.isPresent() && output.isPresent()) {
            throw new CliException("--output and --ledger are two places for the answers; keep one of them");
        }
        if (ledger.isPresent()) {
            return listenInto(ledger.get());
        }
        try (AppendedResults results = AppendedResults.open(output, terminal)) {
            serve(CallbackReceiver.builder(
                    KeysFile.follow(keys.get()), (correlation, arrived) -> results.append(arrived)));
        }
        return ExitCode.OK;
    }

    private int listenInto(String place) throws InterruptedException {
        try (Ledger books = LedgerPlace.open(place, terminal)) {
            CallbackKeys ring = books.keys();
            serve(BulkReceiver.into(books, keys.map(KeysFile::follow).orElse(() -> ring), BulkListener.none()));
        }
        return ExitCode.OK;
    }

    private void serve(CallbackReceiver.Builder receiver) throws InterruptedException {
        try (CallbackServer server = CallbackServer.open(listen)) {
            server.serve(receiver.events(this::report).build());
            terminal.say("listening on " + server.address());
            new CountDownLatch(1).await();
        }
    }

    private void report(HlrEvent event) {
        if (event instanceof HlrEvent.HandOverFailed failed) {
            terminal.say("results could not be written and were not acknowledged: "
                    + failed.cause().getMessage());
        } else if (event instanceof HlrEvent.ResultConflict conflict) {
            terminal.say("a result contradicts an earlier one and was dropped: " + conflict.dropped());
        } else if (event instanceof HlrEvent.NotificationRefused refused) {
            terminal.say("a notification was answered " + refused.httpStatus() + ": " + refused.reason());
        }
    }
}
