package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.Settlement;
import java.sql.SQLException;
import java.util.Optional;

/** What a sender writes down before and after each request. */
final class Claims {

    private final Runs runs;
    private final Attempts attempts;

    Claims(Runs runs, Attempts attempts) {
        this.runs = runs;
        this.attempts = attempts;
    }

    Claim next(Session session, RunName name, Intent intent) throws SQLException {
        Runs.Row run = runs.lock(session, name);
        Optional<Runs.Batch> batch = runs.nextPlanned(session, run.id());
        return batch.isEmpty() ? new Claim.NothingLeft() : claim(session, run, batch.get(), 1, intent);
    }

    Claim again(Session session, Correlation previous, Intent intent) throws SQLException {
        Attempts.Row row = attempts.lockExisting(session, previous);
        Attempt last = row.attempt();
        if (!row.isLast() || !last.state().mayBeAttemptedAgain()) {
            return new Claim.NothingLeft();
        }
        Runs.Row run = runs.lock(session, last.run());
        return claim(session, run, new Runs.Batch(last.batch(), last.size()), last.ordinal() + 1, intent);
    }

    private Claim claim(Session session, Runs.Row run, Runs.Batch batch, int ordinal, Intent intent)
            throws SQLException {
        if (!intent.affords(run.committed(), batch.size())) {
            return new Claim.CapReached(run.committed(), intent.price().times(batch.size()));
        }
        Attempt attempt = Attempt.intended(intent, run.run().name(), batch.number(), batch.size(), ordinal);
        attempts.intend(session, run.id(), attempt, intent);
        byte[] numbers = runs.numbers(session, run.id(), batch.number());
        return new Claim.Granted(attempt, PackedNumbers.unpack(numbers));
    }

    Attempt settle(Session session, Correlation correlation, Settlement settlement) throws SQLException {
        Attempts.Row row = attempts.lockExisting(session, correlation);
        Attempt now = row.attempt().settled(settlement);
        attempts.replace(session, row, now);
        Optional<MicroEuros> price = settlement.state() == BatchState.ACCEPTED
                ? settlement.cost().flatMap(cost -> each(cost, now.size()))
                : Optional.empty();
        if (price.isPresent()) {
            runs.learnPrice(session, row.run(), price.get());
        }
        return now;
    }

    private static Optional<MicroEuros> each(MicroEuros cost, int size) {
        return cost.value() % size == 0 ? Optional.of(new MicroEuros(cost.value() / size)) : Optional.empty();
    }
}
