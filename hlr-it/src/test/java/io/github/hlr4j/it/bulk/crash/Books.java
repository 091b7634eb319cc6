package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** A look behind the ledger while nobody, or somebody else, has it open; and the time that need not be waited for. */
final class Books {

    private final LedgerPlace place;

    Books(LedgerPlace place) {
        this.place = place;
    }

    LedgerPlace place() {
        return place;
    }

    void plan(RunName run, URI service, SmallBatches batches) {
        try (HlrClient client = BulkProcess.client(service, JdkHttpTransport.create());
                Ledger ledger = place.open()) {
            ledger.plan(run, client.account(), batches, Instant.now());
        }
    }

    /** What all runs have spent and may have spent, in millionths of a euro. */
    long committed() throws SQLException {
        return number("SELECT COALESCE(SUM(spent + at_risk), 0) FROM hlr_runs");
    }

    boolean hasPlanned(RunName run) throws SQLException {
        return number("SELECT COUNT(*) FROM hlr_batches b JOIN hlr_runs r ON r.id = b.run WHERE r.name = '" + run
                        + "' AND b.last_attempt IS NULL")
                > 0;
    }

    /** How many batches one process has on their way, or had when it was killed: that of those who have most. */
    long mostInFlight() throws SQLException {
        return number("SELECT COALESCE(MAX(n), 0) FROM (SELECT COUNT(*) AS n FROM hlr_attempts WHERE state = 'INTENT'"
                + " GROUP BY owner) AS owners");
    }

    /** How many attempts were given up because their process had gone, whatever became of them after. */
    long abandoned() throws SQLException {
        return number("SELECT COUNT(*) FROM hlr_attempts WHERE reason LIKE 'the process that sent it ended%'");
    }

    /**
     * Lets the time pass that a killed process keeps a slot of the quota, and of each lease the minute beyond the longest exchange.
     * Rows that somebody has locked are passed over: they are not a dead one's.
     */
    void letTimePass() throws SQLException {
        String passingOver = place.isSqlite() ? "" : " FOR UPDATE SKIP LOCKED";
        execute("DELETE FROM hlr_slots WHERE id IN (SELECT id FROM hlr_slots WHERE in_flight = 1" + passingOver + ")");
        execute("UPDATE hlr_attempts SET lease_until = intended_at + " + BulkProcess.TIMEOUT.toNanos()
                + " WHERE correlation IN (SELECT correlation FROM hlr_attempts WHERE state = 'INTENT'" + passingOver
                + ")");
    }

    /** Ends all leases, when no process is left. */
    void endLeases() throws SQLException {
        execute("UPDATE hlr_attempts SET lease_until = 0 WHERE state = 'INTENT'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
