package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rows of attempts, and the money of their runs with them. */
final class Attempts {

    private static final String ATTEMPT =
            "SELECT a.correlation, a.run, r.name, a.batch, b.size, a.ordinal, a.state, a.heard,"
                    + " a.cost, a.intended_at, a.campaign, a.refusal, a.reason,"
                    + " CASE WHEN b.last_attempt = a.correlation THEN 1 ELSE 0 END AS is_last"
                    + " FROM hlr_attempts a JOIN hlr_runs r ON r.id = a.run"
                    + " JOIN hlr_batches b ON b.run = a.run AND b.number = a.batch";

    private final Dialect dialect;
    private final Runs runs;
    private final String owner;

    /**
     * Creates the rows' keeper.
     *
     * @param owner tells this instance of the ledger from others
     */
    Attempts(Dialect dialect, Runs runs, String owner) {
        this.dialect = dialect;
        this.runs = runs;
        this.owner = owner;
    }

    /**
     * A row.
     *
     * @param run the key of its run
     * @param isLast whether its batch was not attempted again
     */
    record Row(long run, Attempt attempt, boolean isLast) {}

    Optional<Row> find(Session session, Correlation correlation) throws SQLException {
        return session.first(ATTEMPT + " WHERE a.correlation = ?", Attempts::row, bytes(correlation));
    }

    /** Finds an attempt and keeps it from changing until the transaction ends; what is joined is read after waiting for it. */
    Optional<Row> lock(Session session, Correlation correlation) throws SQLException {
        session.first(
                "SELECT a.state FROM hlr_attempts a WHERE a.correlation = ?" + dialect.forUpdate("a"),
                row -> row.getString(1),
                bytes(correlation));
        return find(session, correlation);
    }

    Row lockExisting(Session session, Correlation correlation) throws SQLException {
        return lock(session, correlation).orElseThrow(() -> new UnknownAttemptException(correlation));
    }

    /** The last attempts of the batches of a run, in their order. */
    List<Attempt> last(Session session, long run) throws SQLException {
        return session.all(
                ATTEMPT + " WHERE a.run = ? AND b.last_attempt = a.correlation ORDER BY a.batch",
                row -> row(row).attempt(),
                run);
    }

    /** The states of the attempts of a batch but one. */
    List<BatchState> others(Session session, Row row) throws SQLException {
        return session.all(
                "SELECT state FROM hlr_attempts WHERE run = ? AND batch = ? AND ordinal <> ?",
                other -> BatchState.valueOf(other.getString(1)),
                row.run(),
                row.attempt().batch(),
                row.attempt().ordinal());
    }

    /** Writes an attempt down that is about to be made. */
    void intend(Session session, long run, Attempt attempt, Intent intent) throws SQLException {
        byte[] correlation = bytes(attempt.correlation());
        session.update(
                "INSERT INTO hlr_attempts VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, NULL, NULL, NULL)",
                correlation,
                run,
                attempt.batch(),
                attempt.ordinal(),
                attempt.state().name(),
                attempt.cost().value(),
                Moments.toNanos(attempt.intendedAt()),
                Moments.toNanos(Moments.toInstant(dialect.nanos(session)).plus(intent.lease())),
                owner);
        session.update(
                "UPDATE hlr_batches SET last_attempt = ? WHERE run = ? AND number = ?",
                correlation,
                run,
                attempt.batch());
        runs.charge(session, run, MicroEuros.NONE, MicroEuros.NONE, attempt);
    }

    /** Replaces an attempt by what it has become; returns whether that is another. */
    boolean replace(Session session, Row old, Attempt now) throws SQLException {
        if (now.equals(old.attempt())) {
            return false;
        }
        session.update(
                "UPDATE hlr_attempts SET state = ?, heard = ?, cost = ?, campaign = ?, refusal = ?, reason = ?"
                        + " WHERE correlation = ?",
                now.state().name(),
                now.heard() ? 1 : 0,
                now.cost().value(),
                now.campaign().map(CampaignId::value).orElse(null),
                now.refusal().map(ApiErrorCode::name).orElse(null),
                now.reason().map(Texts::storable).orElse(null),
                bytes(now.correlation()));
        runs.charge(session, old.run(), old.attempt().spent(), old.attempt().atRisk(), now);
        return true;
    }

    /** Gives up the attempts of a run whose sender has gone. */
    int recover(Session session, RunName name) throws SQLException {
        long run = runs.get(session, name).id();
        List<Row> orphans = session.all(
                ATTEMPT + " WHERE a.run = ? AND a.state = ? AND " + dialect.orphaned() + inOrderLocked(),
                Attempts::row,
                run,
                BatchState.INTENT.name(),
                dialect.orphanedSince(session, owner));
        return replaceAll(session, orphans, Attempt::abandoned);
    }

    /** Gives up the unconfirmed attempts of a run. */
    int presumeNotAccepted(Session session, RunName name, Instant intendedBefore) throws SQLException {
        long run = runs.get(session, name).id();
        List<Row> unconfirmed = session.all(
                ATTEMPT + " WHERE a.run = ? AND a.state = ? AND a.intended_at < ?" + inOrderLocked(),
                Attempts::row,
                run,
                BatchState.UNCONFIRMED.name(),
                Moments.toNanos(intendedBefore));
        return replaceAll(session, unconfirmed, Attempt::presumedNotAccepted);
    }

    /** Everybody locks attempts in this order, so that nobody waits for each other. */
    private String inOrderLocked() {
        return " ORDER BY a.correlation" + dialect.forUpdate("a");
    }

    private int replaceAll(Session session, List<Row> rows, UnaryOperator<Attempt> change) throws SQLException {
        int changed = 0;
        for (Row row : rows) {
            if (replace(session, row, change.apply(row.attempt()))) {
                changed++;
            }
        }
        return changed;
    }

    static byte[] bytes(Correlation correlation) {
        ByteBuffer bytes = ByteBuffer.allocate(Correlation.BYTES);
        correlation.writeTo(bytes);
        return bytes.array();
    }

    private static Row row(ResultSet row) throws SQLException {
        Attempt attempt = new Attempt(
                Correlation.readFrom(ByteBuffer.wrap(row.getBytes("correlation"))),
                new RunName(row.getString("name")),
                row.getInt("batch"),
                row.getInt("size"),
                row.getInt("ordinal"),
                BatchState.valueOf(row.getString("state")),
                row.getInt("heard") == 1,
                new MicroEuros(row.getLong("cost")),
                Moments.toInstant(row.getLong("intended_at")),
                Optional.ofNullable(row.getString("campaign")).map(CampaignId::new),
                Optional.ofNullable(row.getString("refusal")).map(ApiErrorCode::valueOf),
                Optional.ofNullable(row.getString("reason")));
        return new Row(row.getLong("run"), attempt, row.getInt("is_last") == 1);
    }
}
