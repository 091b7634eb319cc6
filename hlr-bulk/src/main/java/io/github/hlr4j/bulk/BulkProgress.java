package io.github.hlr4j.bulk;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a run stands, and how fast it goes.
 *
 * @param run what was planned
 * @param counts batches, numbers and money at this moment
 * @param requestsPerMinute how many requests leave in a minute, measured since sending began; zero before
 * @param timeLeft how long sending will take at that speed; zero where nothing is left
 */
public record BulkProgress(RunRecord run, RunCounts counts, double requestsPerMinute, Duration timeLeft) {

    /** Checks that nothing is null. */
    public BulkProgress {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(timeLeft, "timeLeft");
    }

    /**
     * How many batches were sent or have at least had their turn.
     *
     * @return from 0 to the batches of the run
     */
    public int sent() {
        return run.batches() - counts.batches(BatchState.PLANNED);
    }
}
