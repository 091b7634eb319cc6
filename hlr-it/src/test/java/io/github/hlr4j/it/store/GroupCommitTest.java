package io.github.hlr4j.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.HlrException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG_ENOUGH_TO_RETURN = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private Connection connection;
    private GroupCommit commits;

    @BeforeEach
    void open() throws SQLException {
        connection = connect();
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA journal_mode = WAL");
            sql.execute("PRAGMA busy_timeout = 0");
            sql.execute("CREATE TABLE kept (number INTEGER)");
        }
        commits = new GroupCommit(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aCallThatNobodyWaitsBehindIsCommittedAtOnce() throws SQLException {
        assertThat(commits.run(() -> insert(1))).isOne();

        assertThat(kept()).isOne();
    }

    @Test
    void nobodyReturnsBeforeTheCommitThatIsShared() throws Exception {
        CountDownLatch secondRuns = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Pair calls = new Pair(() -> insert(1), () -> {
            secondRuns.countDown();
            await(goOn);
            return insert(2);
        });
        await(secondRuns);

        assertThat(calls.first).failsWithin(LONG_ENOUGH_TO_RETURN).withThrowableOfType(TimeoutException.class);
        assertThat(kept()).isZero();
        goOn.countDown();

        assertThat(calls.first).succeedsWithin(PATIENCE);
        assertThat(calls.second).succeedsWithin(PATIENCE);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aCallThatThrowsTakesNothingOfTheOthersAlong() throws Exception {
        Pair calls = new Pair(() -> insert(1), () -> {
            insert(2);
            throw new IllegalStateException("the second call fails");
        });

        assertThat(calls.first).succeedsWithin(PATIENCE);
        assertThat(calls.second)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseExactlyInstanceOf(IllegalStateException.class);
        assertThat(kept()).isOne();
    }

    @Test
    void everyCallFailsWithTheTransactionThatItShares() throws Exception {
        Pair calls = new Pair(() -> insert(1), () -> {
            connection.close();
            return 0;
        });

        assertThat(calls.first)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseExactlyInstanceOf(HlrException.class);
        assertThat(calls.second)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseExactlyInstanceOf(HlrException.class);
        assertThat(kept()).isZero();
    }

    @Test
    void aTransactionThatCannotBeginFailsItsCallAndNoLaterOne() throws SQLException {
        try (Connection other = connect();
                Statement sql = other.createStatement()) {
            sql.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> commits.run(() -> insert(1))).isExactlyInstanceOf(HlrException.class);
            sql.execute("ROLLBACK");
        }

        assertThat(commits.run(() -> insert(1))).isOne();
        assertThat(kept()).isOne();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept.db"));
    }

    private int insert(int number) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            return sql.executeUpdate("INSERT INTO kept VALUES (" + number + ")");
        }
    }

    /** What another connection sees. */
    private int kept() throws SQLException {
        try (Connection other = connect();
                Statement sql = other.createStatement();
                ResultSet row = sql.executeQuery("SELECT count(*) FROM kept")) {
            return row.getInt(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Two calls, of which the second waits behind the first when that ends. */
    private final class Pair {

        final CompletableFuture<Integer> first = new CompletableFuture<>();
        final CompletableFuture<Integer> second = new CompletableFuture<>();

        Pair(GroupCommit.Call<Integer> firstCall, GroupCommit.Call<Integer> secondCall) {
            CountDownLatch firstRuns = new CountDownLatch(1);
            CountDownLatch secondWaits = new CountDownLatch(1);
            start(first, () -> {
                firstRuns.countDown();
                await(secondWaits);
                return firstCall.run();
            });
            await(firstRuns);
            Thread waiting = start(second, secondCall);
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            secondWaits.countDown();
        }

        private Thread start(CompletableFuture<Integer> outcome, GroupCommit.Call<Integer> call) {
            Thread thread = new Thread(() -> {
                try {
                    outcome.complete(commits.run(call));
                } catch (RuntimeException e) {
                    outcome.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
            return thread;
        }
    }
}
