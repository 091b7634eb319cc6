package io.github.hlr4j;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the sending of one request ended, seen from the money: was it accepted, refused, never sent, or is nobody sure?
 *
 * <p>The request is paid for when it is accepted, and there is no way to ask the service later (A07). So the outcome of
 * which nothing is known has a name of its own, {@link Unconfirmed}, and is never sent again by the library.
 */
public sealed interface Submission {

    /**
     * Whether the same request can be sent again without a risk of paying twice.
     *
     * @return true for {@link Throttled} and {@link NotSent} alone
     */
    default boolean safeToResubmit() {
        return this instanceof Throttled || this instanceof NotSent;
    }

    /**
     * The acceptance, for callers to whom every other outcome is an error.
     *
     * @return this outcome, if it is {@link Accepted}
     * @throws SubmissionException otherwise; it carries this outcome
     */
    default Accepted orElseThrow() {
        if (this instanceof Accepted accepted) {
            return accepted;
        }
        throw new SubmissionException(this);
    }

    /**
     * The service accepted the request and charged it (D06, D07).
     *
     * @param campaignId the service's name for the request
     * @param numberCount how many numbers the service says it took; compare it with what was asked
     * @param cost what the service says it charged
     */
    record Accepted(CampaignId campaignId, int numberCount, Cost cost) implements Submission {

        /**
         * Checks the parts.
         *
         * @throws InvalidInputException if the count is negative
         */
        public Accepted {
            Objects.requireNonNull(campaignId, "campaignId");
            Objects.requireNonNull(cost, "cost");
            if (numberCount < 0) {
                throw new InvalidInputException("a count of numbers is not negative");
            }
        }
    }

    /**
     * The service refused the request; nothing was charged.
     *
     * @param error why
     */
    record Rejected(ApiError error) implements Submission {

        /** Checks that there is a reason. */
        public Rejected {
            Objects.requireNonNull(error, "error");
        }
    }

    /**
     * The service answered 429, too many requests (D04); nothing was charged.
     *
     * @param retryAfter how long the service asks to wait, where it said so in sane terms
     */
    record Throttled(Optional<Duration> retryAfter) implements Submission {

        /** Checks that nothing is null. */
        public Throttled {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * The request certainly did not reach the service; nothing was charged.
     *
     * @param cause what prevented it
     */
    record NotSent(HlrException cause) implements Submission {

        /** Checks that there is a cause. */
        public NotSent {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * The request may have been accepted and charged: it left, and no reply that means one thing came back.
     *
     * <p>If results for it arrive, it was accepted; if none arrive for long, it probably was not. Sending it again is a
     * decision about money that the library leaves to its caller.
     *
     * @param cause why nobody is sure
     */
    record Unconfirmed(HlrException cause) implements Submission {

        /** Checks that there is a cause. */
        public Unconfirmed {
            Objects.requireNonNull(cause, "cause");
        }
    }
}
