package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.ledger.jdbc.PostgresLedger;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A ledger that several processes open.
 *
 * @param url of its database
 */
record LedgerPlace(String url) {

    private static final String SQLITE = "jdbc:sqlite:";

    static LedgerPlace sqlite(Path file) {
        return new LedgerPlace(SQLITE + file);
    }

    Ledger open() {
        return isSqlite() ? SqliteLedger.open(file()) : PostgresLedger.over(postgres());
    }

    /** With stop points around its methods and, in a PostgreSQL, around each commit; SQLite has no seam for that. */
    Ledger open(StopPoints stops) {
        Ledger ledger = isSqlite()
                ? SqliteLedger.open(file())
                : PostgresLedger.over(stops.around(DataSource.class, postgres()));
        return stops.around(Ledger.class, ledger);
    }

    /** A connection of one's own, to look behind the ledger. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    private Path file() {
        return Path.of(url.substring(SQLITE.length()));
    }

    private DataSource postgres() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
