package io.github.hlr4j.spi;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What the body of a reply says, in the types of the wire and before anybody judged it. */
public sealed interface SubmissionReply {

    /**
     * The service's own code, 200 for success.
     *
     * @return the raw code
     */
    int code();

    /**
     * A body whose {@code success} is true (D06, D07).
     *
     * @param code the raw code, which may contradict
     * @param campaignId the campaign id as received, white space around it dropped
     * @param number how many numbers were taken
     * @param cost the amount charged
     * @param currency the currency as received
     */
    record Success(int code, String campaignId, int number, BigDecimal cost, String currency)
            implements SubmissionReply {

        /** Checks that nothing is null. */
        public Success {
            Objects.requireNonNull(campaignId, "campaignId");
            Objects.requireNonNull(cost, "cost");
            Objects.requireNonNull(currency, "currency");
        }
    }

    /**
     * A body whose {@code success} is false (D08, D09).
     *
     * @param code the raw code, which may contradict
     * @param message the service's words; where it sent a list of errors beside or instead (W02), those joined
     */
    record Failure(int code, Optional<String> message) implements SubmissionReply {

        /** Checks that nothing is null. */
        public Failure {
            Objects.requireNonNull(message, "message");
        }

        /** The code alone: the words may repeat what was sent. */
        @Override
        public String toString() {
            return "Failure[" + code + "]";
        }
    }
}
