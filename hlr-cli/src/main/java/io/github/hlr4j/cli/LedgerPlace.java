package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.spi.Ledger;
import java.nio.file.Path;
import java.util.Optional;

/** Where a ledger is: a SQLite file, or a PostgreSQL database. */
final class LedgerPlace {

    private static final String POSTGRES = "jdbc:postgresql:";

    private LedgerPlace() {}

    static Optional<Path> fileOf(String place) {
        return place.startsWith("jdbc:") ? Optional.empty() : Optional.of(Path.of(place));
    }

    static Ledger open(String place, Terminal terminal) {
        throw new CliException("ledgers are not here yet: " + place + POSTGRES + terminal);
    }
}
