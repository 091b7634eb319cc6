package io.github.hlr4j.bulk;

import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run of an {@link InMemoryLedger}, which guards it. */
final class InMemoryRun {

    private final RunName name;
    private final String account;
    private final Instant plannedAt;
    private final List<InMemoryBatch> batches = new ArrayList<>();
    private PlanFacts facts;
    private MicroEuros price;
    private int attempted;

    private InMemoryRun(RunName name, String account, Instant plannedAt) {
        this.name = name;
        this.account = account;
        this.plannedAt = plannedAt;
    }

    static InMemoryRun of(RunName name, String account, PlannedBatches planned, Instant now) {
        InMemoryRun run = new InMemoryRun(name, account, now);
        planned.forEachRemaining(numbers -> run.batches.add(new InMemoryBatch(run, run.batches.size() + 1, numbers)));
        run.facts = planned.facts();
        return run;
    }

    RunName name() {
        return name;
    }

    RunRecord record() {
        return new RunRecord(name, account, facts, batches.size(), Optional.ofNullable(price), plannedAt);
    }

    List<InMemoryBatch> batches() {
        return batches;
    }

    /** Batches are attempted in their order, so those that never were stand at the end. */
    Optional<InMemoryBatch> nextPlanned() {
        while (attempted < batches.size() && !batches.get(attempted).attempts().isEmpty()) {
            attempted++;
        }
        return attempted < batches.size() ? Optional.of(batches.get(attempted)) : Optional.empty();
    }

    MicroEuros committed() {
        RunCounts counts = counts();
        return counts.spent().plus(counts.atRisk());
    }

    void learnPrice(Attempt accepted) {
        if (price == null && accepted.cost().value() % accepted.size() == 0) {
            price = new MicroEuros(accepted.cost().value() / accepted.size());
        }
    }

    RunCounts counts() {
        RunCounts.Tally tally = new RunCounts.Tally();
        MicroEuros spent = MicroEuros.NONE;
        MicroEuros atRisk = MicroEuros.NONE;
        long answered = 0;
        int paidTwice = 0;
        for (InMemoryBatch batch : batches) {
            tally.add(batch.state(), 1, batch.numbers().size());
            answered += batch.answered();
            long accepted = batch.attempts().stream()
                    .filter(attempt -> attempt.state() == BatchState.ACCEPTED)
                    .count();
            paidTwice += accepted > 1 ? 1 : 0;
            for (Attempt attempt : batch.attempts()) {
                spent = spent.plus(attempt.spent());
                atRisk = atRisk.plus(attempt.atRisk());
            }
        }
        return tally.with(answered, paidTwice, spent, atRisk);
    }
}
