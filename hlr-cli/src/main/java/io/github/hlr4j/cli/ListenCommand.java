package io.github.hlr4j.cli;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.spi.HlrEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
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
            required = true,
            paramLabel = "FILE",
            description = "The keys that the sender signs with.")
    private Path keys;

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
        Supplier<CallbackKeys> ring = KeysFile.follow(keys);
        try (AppendedResults results = AppendedResults.open(output, terminal);
                CallbackServer server = CallbackServer.open(listen)) {
            server.serve(CallbackReceiver.builder(ring, (correlation, arrived) -> results.append(arrived))
                    .events(this::report)
                    .build());
            terminal.say("listening on " + server.address());
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
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
