package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.RunName;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the books say beside what the service did.
 *
 * @param batches how many there were
 * @param accepted how many of them the service took
 * @param unconfirmed how many of them the books call unconfirmed
 * @param unconfirmedTaken how many of these the service took
 * @param missing how many batches the service took that the books call neither accepted nor unconfirmed
 * @param invented how many batches the books call accepted that the service did not take
 * @param unfinished how many batches are neither, and would be sent or waited for
 * @param acknowledged how many results were acknowledged
 * @param lost how many of these are not in the books
 */
record BulkReckoning(
        int batches,
        int accepted,
        int unconfirmed,
        int unconfirmedTaken,
        int missing,
        int invented,
        int unfinished,
        int acknowledged,
        int lost) {

    static BulkReckoning of(Ledger ledger, List<RunName> runs, int batches, Witness witness) {
        BitSet accepted = new BitSet();
        BitSet unconfirmed = new BitSet();
        BitSet kept = new BitSet();
        for (RunName run : runs) {
            try (Stream<NumberResult> results = ledger.results(run)) {
                results.forEach(result -> note(result, accepted, unconfirmed, kept));
            }
        }
        BitSet taken = witness.accepted();
        BitSet acknowledged = witness.acknowledged();
        BitSet known = union(accepted, unconfirmed);
        return new BulkReckoning(
                batches,
                taken.cardinality(),
                unconfirmed.cardinality(),
                both(unconfirmed, taken).cardinality(),
                without(taken, known).cardinality(),
                without(accepted, taken).cardinality(),
                batches - known.cardinality(),
                acknowledged.cardinality(),
                without(acknowledged, kept).cardinality());
    }

    private static void note(NumberResult result, BitSet accepted, BitSet unconfirmed, BitSet kept) {
        int batch = SmallBatches.batchOf(result.phone());
        accepted.set(batch, result.state() == BatchState.ACCEPTED);
        unconfirmed.set(batch, result.state() == BatchState.UNCONFIRMED);
        kept.set(SmallBatches.indexOf(result.phone()), result.result().isPresent());
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet without(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }
}
