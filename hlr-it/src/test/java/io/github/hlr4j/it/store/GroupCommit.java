package io.github.hlr4j.it.store;

import io.github.hlr4j.HlrException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets calls that come at the same time share a transaction, because a commit costs a sync of the disk: whoever has others
 * waiting behind him leaves the commit to them, and nobody returns before it.
 *
 * <p>Calls run one after the other, each on its own thread and within a savepoint of its own, so that one that throws takes
 * nothing of the others along. If the transaction fails, all of its calls do.
 */
final class GroupCommit {

    /** Bounds how long the first of a group waits for the last one. */
    private static final int MAX_CALLS = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Statement sql;

    /** The end of the open transaction, or null where none is open; like the number of its calls guarded by the lock. */
    private CompletableFuture<Void> committed;

    private int calls;

    GroupCommit(Connection connection) throws SQLException {
        this.sql = connection.createStatement();
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws SQLException;
    }

    /** Returns what the call did once that is committed; throws what the call throws, and then nothing of it is kept. */
    <T> T run(Call<T> call) {
        CompletableFuture<Void> shared;
        T result;
        lock.lock();
        try {
            shared = join();
            result = allOrNothing(call);
        } catch (SQLException e) {
            abandon(e);
            throw notKept(e);
        } finally {
            if (committed != null && (calls == MAX_CALLS || !lock.hasQueuedThreads())) {
                commit();
            }
            lock.unlock();
        }
        await(shared);
        return result;
    }

    private CompletableFuture<Void> join() throws SQLException {
        if (committed == null) {
            sql.execute("BEGIN IMMEDIATE");
            committed = new CompletableFuture<>();
            calls = 0;
        }
        calls++;
        return committed;
    }

    private <T> T allOrNothing(Call<T> call) throws SQLException {
        sql.execute("SAVEPOINT call");
        boolean done = false;
        try {
            T result = call.run();
            done = true;
            return result;
        } finally {
            sql.execute(done ? "RELEASE call" : "ROLLBACK TO call");
        }
    }

    private void commit() {
        try {
            sql.execute("COMMIT");
            committed.complete(null);
            committed = null;
        } catch (SQLException e) {
            abandon(e);
        }
    }

    private void abandon(SQLException why) {
        if (committed == null) {
            return;
        }
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        committed.completeExceptionally(why);
        committed = null;
    }

    private static void await(CompletableFuture<Void> commit) {
        try {
            commit.join();
        } catch (CompletionException e) {
            throw notKept(e.getCause());
        }
    }

    private static HlrException notKept(Throwable cause) {
        return new HlrException("the results could not be kept: look after the database, and send them again", cause);
    }
}
