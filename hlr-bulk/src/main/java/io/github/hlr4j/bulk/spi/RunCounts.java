package io.github.hlr4j.bulk.spi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a run stands, at one moment.
 *
 * @param batches how many batches are in each state, that of their last attempt; absent means none
 * @param numbers how many numbers these batches have
 * @param answered how many numbers have a result
 * @param paidTwice how many batches were accepted more than once
 * @param spent what was paid for certain
 * @param atRisk what may have been paid besides
 */
public record RunCounts(
        Map<BatchState, Integer> batches,
        Map<BatchState, Long> numbers,
        long answered,
        int paidTwice,
        MicroEuros spent,
        MicroEuros atRisk) {

    /** Checks and copies. */
    public RunCounts {
        batches = Map.copyOf(batches);
        numbers = Map.copyOf(numbers);
        Objects.requireNonNull(spent, "spent");
        Objects.requireNonNull(atRisk, "atRisk");
    }

    /**
     * How many batches are in a state.
     *
     * @param state the state
     * @return zero or more
     */
    public int batches(BatchState state) {
        return batches.getOrDefault(state, 0);
    }

    /**
     * How many numbers the batches of a state have.
     *
     * @param state the state
     * @return zero or more
     */
    public long numbers(BatchState state) {
        return numbers.getOrDefault(state, 0L);
    }

    /**
     * How many numbers were asked about, or may have been, and have no result.
     *
     * @return zero or more
     */
    public long missing() {
        long asked = numbers(BatchState.ACCEPTED) + numbers(BatchState.UNCONFIRMED) + numbers(BatchState.INTENT);
        return Math.max(0, asked - answered);
    }

    /** Adds up counts batch by batch. */
    public static final class Tally {

        private final Map<BatchState, Integer> batches = new EnumMap<>(BatchState.class);
        private final Map<BatchState, Long> numbers = new EnumMap<>(BatchState.class);

        /** Creates an empty tally. */
        public Tally() {}

        /**
         * Adds batches.
         *
         * @param state their state
         * @param count how many
         * @param size how many numbers they have in all
         */
        public void add(BatchState state, int count, long size) {
            batches.merge(state, count, Integer::sum);
            numbers.merge(state, size, Long::sum);
        }

        /**
         * Ends the tally.
         *
         * @param answered see {@link RunCounts#answered()}
         * @param paidTwice see {@link RunCounts#paidTwice()}
         * @param spent see {@link RunCounts#spent()}
         * @param atRisk see {@link RunCounts#atRisk()}
         * @return the counts
         */
        public RunCounts with(long answered, int paidTwice, MicroEuros spent, MicroEuros atRisk) {
            return new RunCounts(batches, numbers, answered, paidTwice, spent, atRisk);
        }
    }
}
