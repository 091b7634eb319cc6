package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.ledger.jdbc.PostgresLedger;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where a ledger is: a SQLite file, or a PostgreSQL database. */
final class LedgerPlace {

    private static final String JDBC = "jdbc:";
    private static final String POSTGRES = JDBC + "postgresql:";

    private LedgerPlace() {}

    static Optional<Path> fileOf(String place) {
        return place.startsWith(JDBC) ? Optional.empty() : Optional.of(Path.of(place));
    }

    /** The password never stands among the arguments, where every user of the machine could read it. */
    static Ledger open(String place, Terminal terminal) {
        if (!place.startsWith(JDBC)) {
            return SqliteLedger.open(Path.of(place));
        }
        if (!place.startsWith(POSTGRES)) {
            throw new CliException(
                    "--ledger is a file, or the address of a PostgreSQL: " + POSTGRES + "//HOST/DATABASE");
        }
        if (place.contains("password=")) {
            throw new CliException("--ledger holds a password; give it in the environment variable PGPASSWORD");
        }
        Properties login = new Properties();
        terminal.variable("PGUSER").ifPresent(user -> login.setProperty("user", user));
        terminal.variable("PGPASSWORD").ifPresent(password -> login.setProperty("password", password));
        return PostgresLedger.open(place, login);
    }

    /** Opens a ledger that is there already. */
    static Ledger openExisting(String place, Terminal terminal) {
        fileOf(place).filter(file -> !Files.exists(file)).ifPresent(file -> {
            throw new CliException("there is no ledger " + file);
        });
        return open(place, terminal);
    }
}
