package io.github.hlr4j.bulk;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.util.Objects;

/**
 * How a run ended, or where it stands when nobody waited any longer.
 *
 * @param run what was planned
 * @param counts batches, numbers and money
 * @param end why nothing more is sent
 * @param explanation the same as a sentence, with what to do
 */
public record BulkReport(RunRecord run, RunCounts counts, BulkEnd end, String explanation) {

    /** Checks that nothing is null. */
    public BulkReport {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * Whether every number was asked about and answered.
     *
     * @return true if nothing is left to do, and nothing in doubt
     */
    public boolean isComplete() {
        return counts.batches(BatchState.ACCEPTED) == run.batches() && counts.missing() == 0;
    }
}
