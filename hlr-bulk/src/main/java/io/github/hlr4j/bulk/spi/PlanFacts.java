package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.InvalidInputException;
import java.util.Objects;

/**
 * What is known of the numbers of a run once all of them were read.
 *
 * @param numbers how many distinct numbers will be asked about
 * @param duplicates how many repeated an earlier one, in any spelling
 * @param skipped how many were left out because they were answered lately
 * @param digest tells lists apart: equal for the same numbers in the same order
 */
public record PlanFacts(long numbers, long duplicates, long skipped, String digest) {

    /**
     * Checks the parts.
     *
     * @throws InvalidInputException if a count is negative
     */
    public PlanFacts {
        Objects.requireNonNull(digest, "digest");
        if (numbers < 0 || duplicates < 0 || skipped < 0) {
            throw new InvalidInputException("a count of numbers is not negative");
        }
    }
}
