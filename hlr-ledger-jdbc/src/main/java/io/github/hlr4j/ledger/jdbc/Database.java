package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.LedgerException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Transactions: one at a time that writes, on a connection that stays open, and beside it any number that read.
 *
 * <p>A connection on which anything failed is never used again; the next transaction opens another.
 */
final class Database implements AutoCloseable {

    private static final int MAX_IDLE_READERS = 4;

    private final Connections connections;
    private final Dialect dialect;

    /** Fair, so that thousands of notifications do not keep a sender from its turn. */
    private final ReentrantLock writing = new ReentrantLock(true);

    /** Guarded by the lock; null where the next transaction has to open one. */
    private Session writer;

    private final ConcurrentLinkedDeque<Session> idleReaders = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Database(Connections connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** Opens a connection each time that it is asked. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    /** A part of a transaction that gives nothing. */
    @FunctionalInterface
    interface Step {
        void run(Session session) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * Runs a transaction that may write; when it returns, what it wrote is safe.
     *
     * @throws LedgerException if that failed; whatever the work throws passes through, and nothing of it is kept
     */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            if (writer == null) {
                writer = open();
            }
            return within(writer, dialect::begin, work);
        } catch (SQLException e) {
            discard(writer);
            writer = null;
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Runs a transaction that reads the database as it is at one moment.
     *
     * @throws LedgerException if that failed
     */
    <T> T read(Work<T> work) {
        Session reader = idleReaders.pollFirst();
        try {
            reader = reader == null ? open() : reader;
            T result = within(reader, dialect::beginReading, work);
            rest(reader);
            return result;
        } catch (SQLException e) {
            discard(reader);
            discardReaders();
            throw failure(e);
        }
    }

    /** Does something on a connection of its own, outside of any transaction. */
    void alone(Step step) {
        try (Session session = open()) {
            step.run(session);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T within(Session session, Step begin, Work<T> work) throws SQLException {
        begin.run(session);
        T result;
        try {
            result = work.run(session);
        } catch (RuntimeException | Error e) {
            dialect.rollback(session);
            throw e;
        }
        dialect.commit(session);
        return result;
    }

    private Session open() throws SQLException {
        if (closed) {
            throw new LedgerException("the ledger is closed: open it again");
        }
        Session session = new Session(connections.open());
        try {
            dialect.configure(session);
            return session;
        } catch (SQLException e) {
            discard(session);
            throw e;
        }
    }

    private void rest(Session reader) {
        if (closed || idleReaders.size() >= MAX_IDLE_READERS) {
            discard(reader);
        } else {
            idleReaders.addFirst(reader);
        }
    }

    private void discardReaders() {
        for (Session reader = idleReaders.pollFirst(); reader != null; reader = idleReaders.pollFirst()) {
            discard(reader);
        }
    }

    /** Gives a connection back, also to a pool, whatever state it is in. */
    private void discard(Session session) {
        if (session != null) {
            quietly(() -> dialect.rollback(session));
            quietly(session::close);
        }
    }

    private LedgerException failure(SQLException e) {
        return new LedgerException("the ledger could not be read or written: " + dialect.advice(), withoutValues(e));
    }

    /** What failed in a batch is told without the batch, which has numbers in it. */
    private static SQLException withoutValues(SQLException e) {
        return e instanceof BatchUpdateException && e.getNextException() != null ? e.getNextException() : e;
    }

    private interface Cleaning {
        void run() throws SQLException;
    }

    private static void quietly(Cleaning cleaning) {
        try {
            cleaning.run();
        } catch (SQLException e) {
            // The connection is given up because something failed; that is what the caller hears of.
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            discard(writer);
            writer = null;
            discardReaders();
        } finally {
            writing.unlock();
        }
    }
}
