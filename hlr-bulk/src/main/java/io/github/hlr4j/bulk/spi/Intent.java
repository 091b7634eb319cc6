package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The will to send a batch, and under which conditions.
 *
 * @param correlation names the attempt; never used before
 * @param price the most that one number may cost
 * @param cap what the run may cost in all, where that is limited
 * @param now the time
 * @param lease how long the sender has to write down how it ended; longer than any exchange takes
 */
public record Intent(Correlation correlation, MicroEuros price, Optional<MicroEuros> cap, Instant now, Duration lease) {

    /**
     * Checks the parts.
     *
     * @throws InvalidInputException if the lease is not positive
     */
    public Intent {
        Objects.requireNonNull(correlation, "correlation");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(now, "now");
        if (lease.isNegative() || lease.isZero()) {
            throw new InvalidInputException("a lease lasts longer than nothing");
        }
    }

    /**
     * Whether a batch may be sent without passing the cap, whatever becomes of all that is not known yet.
     *
     * @param committed what the run has spent and may have spent
     * @param size how many numbers the batch has
     * @return false if the cap would be passed
     */
    public boolean affords(MicroEuros committed, int size) {
        return cap.isEmpty() || committed.plus(price.times(size)).compareTo(cap.get()) <= 0;
    }
}
