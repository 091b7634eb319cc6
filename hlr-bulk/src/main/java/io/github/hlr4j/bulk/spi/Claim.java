package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.PhoneNumber;
import java.util.List;
import java.util.Objects;

/** What a sender gets when it asks for a batch. */
public sealed interface Claim {

    /**
     * A batch to send, now and once; that it will be is written down.
     *
     * @param attempt the attempt, in the state {@link BatchState#INTENT}
     * @param numbers the numbers of the batch, in the order of the plan
     */
    record Granted(Attempt attempt, List<PhoneNumber> numbers) implements Claim {

        /** Checks and copies. */
        public Granted {
            Objects.requireNonNull(attempt, "attempt");
            numbers = List.copyOf(numbers);
        }

        /** The attempt, and no number. */
        @Override
        public String toString() {
            return "Granted[" + attempt.correlation() + ", batch " + attempt.batch() + "]";
        }
    }

    /** No batch is left that may be sent. */
    record NothingLeft() implements Claim {}

    /**
     * The next batch could take the run above its cap.
     *
     * @param committed what the run has spent and may have spent
     * @param next what the next batch may cost
     */
    record CapReached(MicroEuros committed, MicroEuros next) implements Claim {

        /** Checks that nothing is null. */
        public CapReached {
            Objects.requireNonNull(committed, "committed");
            Objects.requireNonNull(next, "next");
        }
    }
}
