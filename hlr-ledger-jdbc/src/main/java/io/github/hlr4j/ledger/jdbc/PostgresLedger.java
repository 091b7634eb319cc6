package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.LedgerException;
import io.github.hlr4j.spi.Ticker;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Keeps the books in a PostgreSQL that any number of processes share, to send and to receive.
 *
 * <p>Batches are claimed by one of them each, leases and the slots of the quota go by the clock of the server, and the tables,
 * all named {@code hlr_...}, lie in the current schema. Needs the driver {@code org.postgresql:postgresql} at run time.
 */
public final class PostgresLedger {

    private PostgresLedger() {}

    /**
     * Opens a ledger, and creates its tables where they are missing.
     *
     * @param jdbcUrl for example {@code jdbc:postgresql://db.example.org/books}; never shown by the ledger
     * @param properties of the driver, such as {@code user} and {@code password}; may be empty
     * @return a ledger, to be closed
     * @throws LedgerException if there is no driver for the URL, the server cannot be reached, or the schema has tables of
     *     another application or of a later version; then nothing of it was touched
     */
    public static Ledger open(String jdbcUrl, Properties properties) {
        Driver driver = driver(jdbcUrl);
        Properties copy = new Properties();
        // The details of an error are the values of a row, and so phone numbers.
        copy.setProperty("logServerErrorDetail", "false");
        properties.stringPropertyNames().forEach(name -> copy.setProperty(name, properties.getProperty(name)));
        return open(() -> driver.connect(jdbcUrl, copy));
    }

    /**
     * Opens a ledger over connections of the caller's own, such as those of a pool.
     *
     * @param connections gives connections to one PostgreSQL and one schema; up to six are used at a time by a process that reads
     *     four things at once. It is not closed with the ledger. Where it allows, {@code logServerErrorDetail=false} keeps phone
     *     numbers out of the messages of the driver
     * @return a ledger, to be closed
     * @throws LedgerException see {@link #open}
     */
    public static Ledger over(DataSource connections) {
        return open(connections::getConnection);
    }

    private static Ledger open(Database.Connections connections) {
        Database database = new Database(connections, new PostgresDialect());
        return JdbcLedger.open(database, SenderLock.NONE, Ticker.system());
    }

    /** Finds the driver without asking it to read the URL, because it repeats a wrong one in its message. */
    private static Driver driver(String jdbcUrl) {
        try {
            if (jdbcUrl.startsWith("jdbc:postgresql:")) {
                return DriverManager.getDriver(jdbcUrl);
            }
        } catch (SQLException e) {
            // Said below, for a URL of another kind as well.
        }
        throw new LedgerException("there is no driver for the URL of the ledger: it looks like"
                + " jdbc:postgresql://host/database, and needs org.postgresql:postgresql beside hlr-ledger-jdbc");
    }
}
