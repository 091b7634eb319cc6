package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.ledger.jdbc.PostgresLedger;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.github.hlr4j.ledger.jdbc.SqliteOverConnections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

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

    /** One that exists already, with stop points around its methods and around each commit. */
    Ledger open(StopPoints stops) {
        Ledger ledger = isSqlite()
                ? SqliteOverConnections.open(stops.around(DataSource.class, sqlite()), file())
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

    private DataSource sqlite() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url);
        return source;
    }

    private DataSource postgres() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
