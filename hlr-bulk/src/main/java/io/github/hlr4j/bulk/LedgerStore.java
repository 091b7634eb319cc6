package io.github.hlr4j.bulk;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.spi.ResultStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The results in a ledger, for a receiver. The ledger is their safe place, so they are handed over when they are in it, and
 * whoever takes them is told and not asked.
 */
final class LedgerStore implements ResultStore {

    private final Ledger ledger;
    private final InstantSource clock;
    private final BiConsumer<Taken, List<HlrNotification>> afterwards;

    LedgerStore(Ledger ledger, InstantSource clock, BiConsumer<Taken, List<HlrNotification>> afterwards) {
        this.ledger = ledger;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    @Override
    public List<Verdict> take(
            Correlation correlation, List<HlrNotification> results, Consumer<List<HlrNotification>> handOver) {
        Taken taken = ledger.take(correlation, results, clock.instant());
        List<HlrNotification> first = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (taken.verdicts().get(i) == Verdict.FIRST) {
                first.add(results.get(i));
            }
        }
        if (!first.isEmpty()) {
            handOver.accept(List.copyOf(first));
        }
        afterwards.accept(taken, List.copyOf(first));
        return taken.verdicts();
    }
}
