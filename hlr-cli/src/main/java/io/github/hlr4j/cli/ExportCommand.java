package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hlr export}: the results of a run, as {@code hlr verify} writes them. */
@Command(name = "export", description = "Writes the results of a run.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Where results go, .csv or .jsonl, - for standard output; default a table on a terminal, else CSV.")
    private Optional<String> output = Optional.empty();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Output results = Output.of(output, terminal);
        try (Ledger ledger = options.open(terminal)) {
            RunRecord run = options.find(ledger);
            results.writeAll(() -> ledger.results(run.name()).map(ResultRow::of));
        }
        return ExitCode.OK;
    }
}
