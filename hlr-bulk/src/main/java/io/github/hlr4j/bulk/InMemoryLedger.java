package io.github.hlr4j.bulk;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ledger that lives as long as its process: for tests, and for lists that may be paid for again after a crash.
 *
 * <p>Everything is lost with the process, answers that were acknowledged as well. Safe for concurrent use within it.
 */
public final class InMemoryLedger implements Ledger {

    private final Map<RunName, InMemoryRun> runs = new HashMap<>();
    private final Map<Correlation, InMemoryBatch> batches = new HashMap<>();
    private final Map<Rate, RequestQuota> quotas = new HashMap<>();
    private final CallbackKeys keys = CallbackKeys.create();

    /** Creates a ledger without runs. */
    public InMemoryLedger() {}

    @Override
    public synchronized Optional<RunRecord> run(RunName run) {
        return Optional.ofNullable(runs.get(run)).map(InMemoryRun::record);
    }

    @Override
    public synchronized RunRecord plan(RunName run, String account, PlannedBatches planned, Instant now) {
        if (runs.containsKey(run)) {
            throw new InvalidInputException("there is a run " + run + " already");
        }
        InMemoryRun planning = InMemoryRun.of(run, account, planned, now);
        runs.put(run, planning);
        return planning.record();
    }

    /** Nobody else writes here, so nobody can have gone. */
    @Override
    public synchronized int recover(RunName run, Instant now) {
        required(run);
        return 0;
    }

    @Override
    public synchronized Claim claim(RunName run, Intent intent) {
        Optional<InMemoryBatch> next = required(run).nextPlanned();
        return next.isEmpty() ? new Claim.NothingLeft() : claim(next.get(), intent);
    }

    @Override
    public synchronized Claim claimAgain(Correlation previous, Intent intent) {
        InMemoryBatch batch = batchOf(previous);
        Attempt last = batch.lastAttempt();
        boolean mayBe = last.correlation().equals(previous) && last.state().mayBeAttemptedAgain();
        return mayBe ? claim(batch, intent) : new Claim.NothingLeft();
    }

    private Claim claim(InMemoryBatch batch, Intent intent) {
        InMemoryRun run = batch.run();
        if (!intent.affords(run.committed(), batch.numbers().size())) {
            return new Claim.CapReached(
                    run.committed(), intent.price().times(batch.numbers().size()));
        }
        Attempt attempt = batch.begin(intent);
        batches.put(attempt.correlation(), batch);
        return new Claim.Granted(attempt, batch.numbers());
    }

    @Override
    public synchronized Attempt settle(Correlation attempt, Settlement settlement) {
        InMemoryBatch batch = batchOf(attempt);
        Attempt settled = batch.replace(batch.attempt(attempt).settled(settlement));
        if (settled.state() == BatchState.ACCEPTED) {
            batch.run().learnPrice(settled);
        }
        return settled;
    }

    @Override
    public synchronized int presumeNotAccepted(RunName run, Instant intendedBefore) {
        int presumed = 0;
        for (InMemoryBatch batch : required(run).batches()) {
            for (Attempt attempt : batch.attempts()) {
                if (attempt.state() == BatchState.UNCONFIRMED
                        && attempt.intendedAt().isBefore(intendedBefore)) {
                    batch.replace(attempt.presumedNotAccepted());
                    presumed++;
                }
            }
        }
        return presumed;
    }

    @Override
    public synchronized Taken take(Correlation attempt, List<HlrNotification> results, Instant now) {
        return batchOf(attempt).take(attempt, results, now);
    }

    @Override
    public synchronized Optional<Set<PhoneNumber>> numbersOf(Correlation attempt) {
        return Optional.ofNullable(batches.get(attempt)).map(batch -> Set.copyOf(batch.numbers()));
    }

    @Override
    public synchronized RunCounts counts(RunName run) {
        return required(run).counts();
    }

    @Override
    public synchronized List<Attempt> attempts(RunName run, Set<BatchState> states) {
        return required(run).batches().stream()
                .filter(batch -> !batch.attempts().isEmpty())
                .map(InMemoryBatch::lastAttempt)
                .filter(attempt -> states.contains(attempt.state()))
                .toList();
    }

    @Override
    public synchronized Stream<NumberResult> results(RunName run) {
        return required(run).batches().stream().flatMap(this::resultsOf);
    }

    private synchronized Stream<NumberResult> resultsOf(InMemoryBatch batch) {
        return batch.results().stream();
    }

    @Override
    public synchronized Stream<PhoneNumber> answeredSince(Instant since) {
        return runs.values().stream()
                .flatMap(run -> run.batches().stream())
                .flatMap(batch -> batch.answeredSince(since).stream())
                .toList()
                .stream();
    }

    @Override
    public CallbackKeys keys() {
        return keys;
    }

    @Override
    public synchronized RequestQuota quota(Rate rate) {
        return quotas.computeIfAbsent(
                rate, wanted -> SlotQuota.builder().rate(wanted).build());
    }

    @Override
    public void close() {}

    private InMemoryRun required(RunName run) {
        InMemoryRun found = runs.get(run);
        if (found == null) {
            throw new InvalidInputException("there is no run " + run);
        }
        return found;
    }

    private InMemoryBatch batchOf(Correlation attempt) {
        InMemoryBatch batch = batches.get(attempt);
        if (batch == null) {
            throw new UnknownAttemptException(attempt);
        }
        return batch;
    }
}
