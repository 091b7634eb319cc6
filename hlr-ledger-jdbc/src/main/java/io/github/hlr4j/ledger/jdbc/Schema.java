package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.LedgerException;
import java.sql.SQLException;
import java.util.List;

/** The tables, and how a database of an earlier version comes to have them. */
final class Schema {

    private static final String APPLICATION = "hlr4j-ledger";

    /** Each step leads from its index to the next version; a step that was published is never changed. */
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "CREATE TABLE hlr_meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
                    "INSERT INTO hlr_meta VALUES ('application', '" + APPLICATION + "')",
                    "INSERT INTO hlr_meta VALUES ('version', '0')",
                    "CREATE TABLE hlr_runs (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, account TEXT NOT NULL,"
                            + " digest TEXT NOT NULL, numbers BIGINT NOT NULL, duplicates BIGINT NOT NULL, skipped BIGINT NOT NULL,"
                            + " batches INTEGER NOT NULL, price BIGINT, spent BIGINT NOT NULL, at_risk BIGINT NOT NULL,"
                            + " planned_at BIGINT NOT NULL)",
                    "CREATE TABLE hlr_batches (run BIGINT NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL,"
                            + " answered INTEGER NOT NULL, last_attempt $BYTES, PRIMARY KEY (run, number))$ORDERED",
                    "CREATE INDEX hlr_planned ON hlr_batches (run, number) WHERE last_attempt IS NULL",
                    // Apart from the batches, whose rows change with every notification.
                    "CREATE TABLE hlr_numbers (run BIGINT NOT NULL, batch INTEGER NOT NULL, numbers $BYTES NOT NULL,"
                            + " PRIMARY KEY (run, batch))",
                    "CREATE TABLE hlr_attempts (correlation $BYTES NOT NULL PRIMARY KEY, run BIGINT NOT NULL, batch INTEGER NOT NULL,"
                            + " ordinal INTEGER NOT NULL, state TEXT NOT NULL, heard INTEGER NOT NULL, cost BIGINT NOT NULL,"
                            + " intended_at BIGINT NOT NULL, lease_until BIGINT NOT NULL, owner TEXT NOT NULL, campaign TEXT,"
                            + " refusal TEXT, reason TEXT, UNIQUE (run, batch, ordinal))",
                    "CREATE TABLE hlr_results (run BIGINT NOT NULL, batch INTEGER NOT NULL, phone BIGINT NOT NULL,"
                            + " received_at BIGINT NOT NULL, fingerprint TEXT NOT NULL, status TEXT NOT NULL, error_grp_id TEXT,"
                            + " error_name TEXT, error_description TEXT, network TEXT, ported INTEGER, message_id TEXT,"
                            + " reported_at TEXT, PRIMARY KEY (run, batch, phone))$ORDERED",
                    "CREATE TABLE hlr_quota (id INTEGER NOT NULL PRIMARY KEY, next_start BIGINT NOT NULL)",
                    "INSERT INTO hlr_quota VALUES (1, 0)",
                    "CREATE TABLE hlr_slots (id TEXT NOT NULL PRIMARY KEY, in_flight INTEGER NOT NULL, free_at BIGINT NOT NULL)"));

    private Schema() {}

    /**
     * Sees to it that the tables are there.
     *
     * @throws LedgerException if the database belongs to somebody else or to a later version; then nothing was touched
     */
    static void create(Database database) {
        database.read(session -> version(session, database.dialect()));
        database.alone(database.dialect()::prepare);
        database.write(session -> {
            Dialect dialect = database.dialect();
            dialect.lockOthersOut(session);
            int version = version(session, dialect);
            for (int step = version; step < STEPS.size(); step++) {
                for (String sql : STEPS.get(step)) {
                    session.execute(sql.replace("$BYTES", dialect.bytes()).replace("$ORDERED", dialect.orderedByKey()));
                }
            }
            return session.update(
                    "UPDATE hlr_meta SET value = ? WHERE name = 'version'", Integer.toString(STEPS.size()));
        });
    }

    private static int version(Session session, Dialect dialect) throws SQLException {
        List<String> tables = session.all(dialect.tables(), row -> row.getString(1));
        if (tables.isEmpty()) {
            return 0;
        }
        if (!tables.contains("hlr_meta") || !meta(session, "application").equals(APPLICATION)) {
            throw new LedgerException(
                    "there are tables of another application: give the ledger a database or a schema of its own");
        }
        int version = Integer.parseInt(meta(session, "version"));
        if (version > STEPS.size()) {
            throw new LedgerException("the ledger was written by a later hlr4j (its version is " + version
                    + ", this one knows " + STEPS.size() + "): use that one, or a ledger of its own");
        }
        return version;
    }

    private static String meta(Session session, String name) throws SQLException {
        return session.first("SELECT value FROM hlr_meta WHERE name = ?", row -> row.getString(1), name)
                .orElse("");
    }
}
