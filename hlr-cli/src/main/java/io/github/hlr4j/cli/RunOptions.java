package io.github.hlr4j.cli;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import picocli.CommandLine.Option;

/** The options of whatever looks at a run that is there already. */
final class RunOptions {

    @Option(
            names = "--ledger",
            required = true,
            paramLabel = "FILE|jdbc:postgresql://...",
            description = "Where the books are.")
    private String ledger;

    @Option(names = "--run", required = true, paramLabel = "NAME", description = "The name of the run.")
    private String run;

    Ledger open(Terminal terminal) {
        return LedgerPlace.openExisting(ledger, terminal);
    }

    String place() {
        return ledger;
    }

    RunName name() {
        return RunName.of(run);
    }

    RunRecord find(Ledger books) {
        return books.run(name())
                .orElseThrow(() -> new InvalidInputException("the ledger " + ledger + " has no run " + run));
    }
}
