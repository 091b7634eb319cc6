package io.github.hlr4j.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL: rows are locked, time is the server's, and attempts are orphaned when their lease is over. */
final class PostgresDialect implements Dialect {

    /** Any number that nobody else locks in the same database: "hlr4j" in ASCII. */
    private static final long ADVISORY_LOCK = 0x686c72346aL;

    private static final long NANOS_IN_MICRO = 1_000;

    @Override
    public void configure(Session session) throws SQLException {
        session.connection().setAutoCommit(false);
        session.connection().setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    @Override
    public void prepare(Session session) {}

    /** Does nothing: the first statement begins a transaction. */
    @Override
    public void begin(Session session) {}

    @Override
    public void beginReading(Session session) throws SQLException {
        session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.connection().commit();
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.connection().rollback();
    }

    @Override
    public void lockOthersOut(Session session) throws SQLException {
        session.execute("SELECT pg_advisory_xact_lock(" + ADVISORY_LOCK + ")");
    }

    @Override
    public String tables() {
        return "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'hlr\\_%'";
    }

    @Override
    public String bytes() {
        return "BYTEA";
    }

    @Override
    public String orderedByKey() {
        return "";
    }

    @Override
    public String forUpdate(String table) {
        return " FOR UPDATE OF " + table;
    }

    @Override
    public String forUpdateSkippingLocked(String table) {
        return forUpdate(table) + " SKIP LOCKED";
    }

    @Override
    public long nanos(Session session) throws SQLException {
        return session.first(
                        "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)",
                        row -> row.getLong(1) * NANOS_IN_MICRO)
                .orElseThrow();
    }

    @Override
    public String orphaned() {
        return "a.lease_until < ?";
    }

    @Override
    public Object orphanedSince(Session session, String owner) throws SQLException {
        return nanos(session);
    }

    @Override
    public String advice() {
        return "look whether the PostgreSQL of the ledger runs and can be reached, lets this user in, and has room on its"
                + " disk; the cause says more";
    }
}
