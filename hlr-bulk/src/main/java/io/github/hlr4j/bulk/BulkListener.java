package io.github.hlr4j.bulk;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.bulk.spi.Attempt;
import java.util.List;

/**
 * Hears how a run goes.
 *
 * <p><strong>Threading.</strong> Called on the threads that send and receive, concurrently; it must return quickly.
 *
 * <p><strong>Failures.</strong> What it throws is logged and dropped: nothing of the run depends on it.
 */
public interface BulkListener {

    /**
     * A run was planned, or found in the ledger.
     *
     * @param progress where it stands
     */
    default void planned(BulkProgress progress) {}

    /**
     * A batch was sent, or could not be, and how that ended is written down.
     *
     * @param attempt the attempt as the ledger has it
     * @param numbers the numbers of the batch
     * @param outcome how sending ended
     */
    default void settled(Attempt attempt, List<PhoneNumber> numbers, Submission outcome) {}

    /**
     * Results arrived, are safe in the ledger and will be acknowledged.
     *
     * @param attempt the attempt that they answer
     * @param first the results that count, the first ones of their numbers
     */
    default void answered(Correlation attempt, List<HlrNotification> first) {}

    /**
     * A batch turns out to have been accepted, and paid for, under two addresses.
     *
     * @param attempt the attempt that was heard of now
     */
    default void paidTwice(Attempt attempt) {}

    /**
     * Nothing more is sent, and why.
     *
     * @param end how sending ended
     * @param explanation the same as a sentence
     */
    default void stopped(BulkEnd end, String explanation) {}

    /**
     * Hears nothing.
     *
     * @return a listener that drops everything
     */
    static BulkListener none() {
        return new BulkListener() {};
    }
}
