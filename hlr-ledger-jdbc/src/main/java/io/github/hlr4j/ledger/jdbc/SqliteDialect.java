package io.github.hlr4j.ledger.jdbc;

import java.sql.SQLException;
import java.time.InstantSource;

/** SQLite: one writer, the clock of this machine, and attempts of which the sender is another instance. */
final class SqliteDialect implements Dialect {

    private static final int BUSY_MILLIS = 30_000;

    /** Answers come for many batches at once, each on a page of its own: as many pages as that are kept at hand. */
    private static final int CACHE_KIB = 32 * 1024;

    /** Pages that change again and again are written back once: at 4 KiB each, the log stays below 32 MiB. */
    private static final int PAGES_UNTIL_CHECKPOINT = 8_000;

    private final String file;
    private final InstantSource clock;

    SqliteDialect(String file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void configure(Session session) throws SQLException {
        session.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        session.execute("PRAGMA synchronous = FULL");
        session.execute("PRAGMA cache_size = -" + CACHE_KIB);
        session.execute("PRAGMA wal_autocheckpoint = " + PAGES_UNTIL_CHECKPOINT);
    }

    @Override
    public void prepare(Session session) throws SQLException {
        session.execute("PRAGMA journal_mode = WAL");
    }

    @Override
    public void begin(Session session) throws SQLException {
        session.update("BEGIN IMMEDIATE");
    }

    @Override
    public void beginReading(Session session) throws SQLException {
        session.update("BEGIN");
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.update("COMMIT");
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.update("ROLLBACK");
    }

    /** Does nothing: whoever writes is alone. */
    @Override
    public void lockOthersOut(Session session) {}

    @Override
    public String tables() {
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    }

    @Override
    public String bytes() {
        return "BLOB";
    }

    @Override
    public String orderedByKey() {
        return " WITHOUT ROWID";
    }

    @Override
    public String forUpdate(String table) {
        return "";
    }

    @Override
    public String forUpdateSkippingLocked(String table) {
        return "";
    }

    @Override
    public long nanos(Session session) {
        return Moments.toNanos(clock.instant());
    }

    @Override
    public String orphaned() {
        return "a.owner <> ?";
    }

    @Override
    public Object orphanedSince(Session session, String owner) {
        return owner;
    }

    @Override
    public String advice() {
        return "look whether the disk of " + file
                + " is full or may not be written to, whether the file is damaged, and"
                + " whether another process has been writing to it for more than 30 seconds; the cause says more";
    }
}
