package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of runs and of their batches. */
final class Runs {

    private static final String RUN = "SELECT r.id, r.name, r.account, r.numbers, r.duplicates, r.skipped, r.digest,"
            + " r.batches, r.price, r.spent, r.at_risk, r.planned_at FROM hlr_runs r WHERE r.name = ?";

    private final Dialect dialect;

    Runs(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * A row.
     *
     * @param id its key
     * @param spent what its attempts have cost
     * @param atRisk what they may have cost besides
     */
    record Row(long id, RunRecord run, MicroEuros spent, MicroEuros atRisk) {

        MicroEuros committed() {
            return spent.plus(atRisk);
        }
    }

    /**
     * A batch without its numbers.
     *
     * @param number its number in the run
     * @param size how many numbers it has
     */
    record Batch(int number, int size) {}

    Optional<Row> find(Session session, RunName run) throws SQLException {
        return session.first(RUN, Runs::row, run.value());
    }

    Row get(Session session, RunName run) throws SQLException {
        return existing(find(session, run), run);
    }

    /** Holds everybody else's claims off until the transaction ends, so that no two of them take the same money. */
    Row lock(Session session, RunName run) throws SQLException {
        return existing(session.first(RUN + dialect.forUpdate("r"), Runs::row, run.value()), run);
    }

    private static Row existing(Optional<Row> row, RunName run) {
        return row.orElseThrow(() -> new InvalidInputException("there is no run " + run + ": plan it first"));
    }

    /** Numbers that are to be planned, packed: read before any transaction begins, so that a slow list keeps nobody waiting. */
    record Plan(List<byte[]> batches, PlanFacts facts) {

        static Plan takenFrom(PlannedBatches planned) {
            List<byte[]> batches = new ArrayList<>();
            while (planned.hasNext()) {
                List<PhoneNumber> numbers = planned.next();
                batches.add(PackedNumbers.pack(numbers));
            }
            return new Plan(batches, planned.facts());
        }
    }

    RunRecord plan(Session session, RunName name, String account, Plan plan, Instant now) throws SQLException {
        dialect.lockOthersOut(session);
        refuseTaken(session, name);
        long id = session.first("SELECT coalesce(max(id), 0) + 1 FROM hlr_runs", row -> row.getLong(1))
                .orElseThrow();
        PlanFacts facts = plan.facts();
        session.update(
                "INSERT INTO hlr_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, 0, ?)",
                id,
                name.value(),
                account,
                facts.digest(),
                facts.numbers(),
                facts.duplicates(),
                facts.skipped(),
                plan.batches().size(),
                Moments.toNanos(now));
        writeBatches(session, id, plan.batches());
        return get(session, name).run();
    }

    void refuseTaken(Session session, RunName name) throws SQLException {
        if (find(session, name).isPresent()) {
            throw new InvalidInputException(
                    "the run " + name + " was planned already: resume it, or choose another name");
        }
    }

    private static void writeBatches(Session session, long run, List<byte[]> batches) throws SQLException {
        int atOnce = 1_000;
        for (int first = 0; first < batches.size(); first += atOnce) {
            List<Object[]> rows = new ArrayList<>();
            List<Object[]> numbers = new ArrayList<>();
            for (int i = first; i < Math.min(first + atOnce, batches.size()); i++) {
                rows.add(new Object[] {run, i + 1, batches.get(i).length / Long.BYTES});
                numbers.add(new Object[] {run, i + 1, batches.get(i)});
            }
            session.updateAll("INSERT INTO hlr_batches VALUES (?, ?, ?, 0, NULL)", rows);
            session.updateAll("INSERT INTO hlr_numbers VALUES (?, ?, ?)", numbers);
        }
    }

    Optional<Batch> nextPlanned(Session session, long run) throws SQLException {
        return session.first(
                "SELECT b.number, b.size FROM hlr_batches b WHERE b.run = ? AND b.last_attempt IS NULL"
                        + " ORDER BY b.number LIMIT 1" + dialect.forUpdateSkippingLocked("b"),
                row -> new Batch(row.getInt(1), row.getInt(2)),
                run);
    }

    byte[] numbers(Session session, long run, int batch) throws SQLException {
        return session.first(
                        "SELECT numbers FROM hlr_numbers WHERE run = ? AND batch = ?",
                        row -> row.getBytes(1),
                        run,
                        batch)
                .orElseThrow();
    }

    /** Adds what an attempt costs now to what its run costs, and takes off what it cost before. */
    void charge(Session session, long run, MicroEuros spent, MicroEuros atRisk, Attempt now) throws SQLException {
        long moreSpent = now.spent().value() - spent.value();
        long moreAtRisk = now.atRisk().value() - atRisk.value();
        if (moreSpent != 0 || moreAtRisk != 0) {
            session.update(
                    "UPDATE hlr_runs SET spent = spent + ?, at_risk = at_risk + ? WHERE id = ?",
                    moreSpent,
                    moreAtRisk,
                    run);
        }
    }

    void learnPrice(Session session, long run, MicroEuros price) throws SQLException {
        session.update("UPDATE hlr_runs SET price = ? WHERE id = ? AND price IS NULL", price.value(), run);
    }

    RunCounts counts(Session session, RunName name) throws SQLException {
        Row run = get(session, name);
        RunCounts.Tally tally = new RunCounts.Tally();
        List<Long> answered = session.all(
                "SELECT a.state, count(*), sum(b.size), sum(b.answered) FROM hlr_batches b"
                        + " LEFT JOIN hlr_attempts a ON a.correlation = b.last_attempt WHERE b.run = ? GROUP BY a.state",
                row -> {
                    String state = row.getString(1);
                    tally.add(
                            state == null ? BatchState.PLANNED : BatchState.valueOf(state),
                            row.getInt(2),
                            row.getLong(3));
                    return row.getLong(4);
                },
                run.id());
        return tally.with(
                answered.stream().mapToLong(Long::longValue).sum(),
                paidTwice(session, run.id()),
                run.spent(),
                run.atRisk());
    }

    private static int paidTwice(Session session, long run) throws SQLException {
        return session.first(
                        "SELECT count(*) FROM (SELECT batch FROM hlr_attempts WHERE run = ? AND state = ?"
                                + " GROUP BY batch HAVING count(*) > 1) twice",
                        row -> row.getInt(1),
                        run,
                        BatchState.ACCEPTED.name())
                .orElseThrow();
    }

    private static Row row(ResultSet row) throws SQLException {
        long price = row.getLong("price");
        Optional<MicroEuros> known = row.wasNull() ? Optional.empty() : Optional.of(new MicroEuros(price));
        PlanFacts facts = new PlanFacts(
                row.getLong("numbers"), row.getLong("duplicates"), row.getLong("skipped"), row.getString("digest"));
        RunRecord run = new RunRecord(
                new RunName(row.getString("name")),
                row.getString("account"),
                facts,
                row.getInt("batches"),
                known,
                Moments.toInstant(row.getLong("planned_at")));
        return new Row(
                row.getLong("id"), run, new MicroEuros(row.getLong("spent")), new MicroEuros(row.getLong("at_risk")));
    }
}
