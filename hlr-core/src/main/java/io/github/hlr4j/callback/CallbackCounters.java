package io.github.hlr4j.callback;

import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.RefusalCause;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens at the door, for whatever a deployment watches its numbers with.
 *
 * <p>All counts only grow. Safe for concurrent use; each getter may be asked at any time, the counts of one moment need not
 * belong to one notification.
 */
public final class CallbackCounters implements HlrEvents {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longestNanos = new LongAccumulator(Math::max, 0);
    private final Map<RefusalCause, LongAdder> refused = new EnumMap<>(RefusalCause.class);

    /** Creates counters that stand at zero. */
    public CallbackCounters() {
        for (RefusalCause cause : RefusalCause.values()) {
            refused.put(cause, new LongAdder());
        }
    }

    @Override
    public void on(HlrEvent event) {
        if (event instanceof HlrEvent.NotificationTaken taken) {
            accepted.add(taken.first());
            duplicates.add(taken.duplicates());
            conflicts.add(taken.conflicts());
            acknowledged.increment();
            nanos.add(taken.took().toNanos());
            longestNanos.accumulate(taken.took().toNanos());
        } else if (event instanceof HlrEvent.NotificationRefused refusal) {
            refused.get(refusal.cause()).increment();
        } else if (event instanceof HlrEvent.HandOverFailed) {
            failed.increment();
        }
    }

    /**
     * How many results were the first of their number, and were handed over.
     *
     * @return a count of results
     */
    public long accepted() {
        return accepted.sum();
    }

    /**
     * How many results repeated an earlier one.
     *
     * @return a count of results
     */
    public long duplicates() {
        return duplicates.sum();
    }

    /**
     * How many results contradicted an earlier one and were dropped.
     *
     * @return a count of results
     */
    public long conflicts() {
        return conflicts.sum();
    }

    /**
     * How many notifications were acknowledged; one may carry several results.
     *
     * @return a count of notifications
     */
    public long acknowledged() {
        return acknowledged.sum();
    }

    /**
     * How many notifications were answered 503 because handler or store failed.
     *
     * @return a count of notifications
     */
    public long failed() {
        return failed.sum();
    }

    /**
     * How many notifications were refused for a cause.
     *
     * @param cause the cause
     * @return a count of notifications
     */
    public long refused(RefusalCause cause) {
        return refused.get(cause).sum();
    }

    /**
     * How long the notifications that were acknowledged took, from the last byte of their body to the acknowledgement, all
     * of them together.
     *
     * @return a sum; divided by {@link #acknowledged()} it is the mean
     */
    public Duration totalTime() {
        return Duration.ofNanos(nanos.sum());
    }

    /**
     * How long the slowest of them took.
     *
     * @return zero where none was acknowledged
     */
    public Duration longestTime() {
        return Duration.ofNanos(longestNanos.get());
    }

    /** The counts on one line. */
    @Override
    public String toString() {
        return "CallbackCounters[accepted=" + accepted() + ", duplicates=" + duplicates() + ", conflicts=" + conflicts()
                + ", failed=" + failed() + ", refused=" + refused + "]";
    }
}
