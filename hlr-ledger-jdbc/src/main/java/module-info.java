/**
 * The books of bulk runs in a database: a SQLite file for one process that sends, a PostgreSQL for several.
 *
 * <p>{@link io.github.hlr4j.ledger.jdbc.SqliteLedger} and {@link io.github.hlr4j.ledger.jdbc.PostgresLedger} are all there is.
 */
module io.github.hlr4j.ledger.jdbc {
    requires transitive io.github.hlr4j.bulk;
    requires transitive java.sql;
    requires org.xerial.sqlitejdbc;

    exports io.github.hlr4j.ledger.jdbc;
}
