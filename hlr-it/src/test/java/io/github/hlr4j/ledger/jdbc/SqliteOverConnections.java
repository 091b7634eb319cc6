package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.spi.Ticker;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;

/** A ledger in a SQLite file over connections that a test makes, which the library offers to nobody else. */
public final class SqliteOverConnections {

    private SqliteOverConnections() {}

    /**
     * Opens one.
     *
     * @param source makes connections to the file
     * @param file exists already
     */
    public static Ledger open(DataSource source, Path file) {
        return SqliteLedger.over(source, file, InstantSource.system(), Ticker.system());
    }
}
