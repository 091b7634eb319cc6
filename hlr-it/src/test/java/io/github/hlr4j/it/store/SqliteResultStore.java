package io.github.hlr4j.it.store;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.spi.ResultStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/**
 * Remembers results in a SQLite file, for as long as the file lives: what {@link #take} returned is committed and synced.
 *
 * <p>Several stores, also of several processes of one machine, may share a file; its unique key decides which result is the
 * first. Results are handed over within the transaction that keeps them and before its commit, so a crash in between hands
 * them over again: at least once.
 *
 * <p><strong>Threading.</strong> SQLite has one writer, so calls wait for whoever hands over, in any store of the file, for up
 * to 30 seconds; then they fail. Calls that wait for each other in one store share a commit.
 */
final class SqliteResultStore implements ResultStore, AutoCloseable {

    private static final int BUSY_MILLIS = 30_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final GroupCommit commits;

    private SqliteResultStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(
                "INSERT INTO results (correlation, phone, fingerprint) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        this.select =
                connection.prepareStatement("SELECT fingerprint FROM results WHERE correlation = ? AND phone = ?");
        this.commits = new GroupCommit(connection);
    }

    /**
     * Opens a file, and creates it where it is missing.
     *
     * @throws HlrException if that cannot be done
     */
    static SqliteResultStore open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            createTable(connection);
            return new SqliteResultStore(connection);
        } catch (SQLException e) {
            throw new HlrException("cannot keep results in " + file.getFileName() + ": see the cause", e);
        }
    }

    private static void createTable(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE IF NOT EXISTS results (correlation TEXT NOT NULL, phone TEXT NOT NULL,"
                    + " fingerprint TEXT NOT NULL, PRIMARY KEY (correlation, phone)) WITHOUT ROWID");
        }
    }

    @Override
    public List<Verdict> take(
            Correlation correlation, List<HlrNotification> results, Consumer<List<HlrNotification>> handOver) {
        return commits.run(() -> {
            List<Verdict> verdicts = new ArrayList<>(results.size());
            List<HlrNotification> first = new ArrayList<>();
            for (HlrNotification result : results) {
                Verdict verdict = keep(correlation, result);
                verdicts.add(verdict);
                if (verdict == Verdict.FIRST) {
                    first.add(result);
                }
            }
            if (!first.isEmpty()) {
                handOver.accept(List.copyOf(first));
            }
            return List.copyOf(verdicts);
        });
    }

    private Verdict keep(Correlation correlation, HlrNotification result) throws SQLException {
        insert.setString(1, correlation.toString());
        insert.setString(2, result.phone().e164());
        insert.setString(3, result.fingerprint());
        if (insert.executeUpdate() == 1) {
            return Verdict.FIRST;
        }
        return result.fingerprint().equals(known(correlation, result)) ? Verdict.DUPLICATE : Verdict.CONFLICT;
    }

    private String known(Correlation correlation, HlrNotification result) throws SQLException {
        select.setString(1, correlation.toString());
        select.setString(2, result.phone().e164());
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Closes the file; a call that has not returned may fail. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new HlrException("the file of the results cannot be closed: see the cause", e);
        }
    }
}
