package io.github.hlr4j.cli;

import io.github.hlr4j.Cost;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.InMemoryLedger;
import io.github.hlr4j.bulk.spi.Ledger;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code hlr verify} about its books: where they are, and what the run may cost. */
final class LedgerOptions {

    /** A run without a ledger has one of its own in memory, where nobody looks for its name. */
    private static final String UNNAMED = "verify";

    @Option(
            names = "--ledger",
            paramLabel = "FILE|jdbc:postgresql://...",
            description = "Keep the books of the run there, so that it can be resumed and nothing is paid for twice.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "NAME",
            description = "The name of the run in the ledger; the same name resumes it.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--max-cost",
            paramLabel = "EUROS",
            description = "What the run may cost in all; no request that could take it above is sent.")
    private Optional<MaxCost> maxCost = Optional.empty();

    @Option(
            names = "--skip-answered",
            paramLabel = "TIME",
            description = "Leave out numbers that the ledger has an answer for that is not older, as in 30d.")
    private Optional<WaitTime> skipAnswered = Optional.empty();

    void requireConsistency() {
        if (ledger.isPresent() && run.isEmpty()) {
            throw new CliException("--ledger needs --run NAME, under which the run can be resumed");
        }
        if (ledger.isEmpty() && run.isPresent()) {
            throw new CliException("--run names a run in a ledger: say with --ledger where that is");
        }
        if (ledger.isEmpty() && skipAnswered.isPresent()) {
            throw new CliException("--skip-answered looks into a ledger: say with --ledger where that is");
        }
    }

    Ledger open(Terminal terminal) {
        return ledger.map(place -> LedgerPlace.open(place, terminal)).orElseGet(InMemoryLedger::new);
    }

    boolean isKept() {
        return ledger.isPresent();
    }

    /** The file of the ledger, where it is one. */
    Optional<Path> file() {
        return ledger.flatMap(LedgerPlace::fileOf);
    }

    String runName() {
        return run.orElse(UNNAMED);
    }

    Optional<Cost> cap() {
        return maxCost.map(MaxCost::cost);
    }

    Optional<WaitTime> skipAnswered() {
        return skipAnswered;
    }

    void configure(BulkVerification.Builder builder) {
        builder.name(runName());
        cap().ifPresent(builder::maxCost);
        skipAnswered.map(WaitTime::duration).ifPresent(builder::skipAnsweredWithin);
    }
}
