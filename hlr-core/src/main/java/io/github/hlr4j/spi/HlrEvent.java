package io.github.hlr4j.spi;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Something that happened inside, told to {@link HlrEvents}. */
public sealed interface HlrEvent {

    /**
     * A notification was taken over and acknowledged.
     *
     * @param correlation the request that it belongs to
     * @param first how many of its results counted
     * @param duplicates how many repeated an earlier one
     * @param conflicts how many contradicted an earlier one
     * @param took the time from the last byte of the body to the acknowledgement
     */
    record NotificationTaken(Correlation correlation, int first, int duplicates, int conflicts, Duration took)
            implements HlrEvent {

        /** Checks that nothing is null. */
        public NotificationTaken {
            Objects.requireNonNull(correlation, "correlation");
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * A result contradicted the first one of its number, which stands; it was acknowledged and dropped.
     *
     * @param correlation the request that it belongs to
     * @param dropped the later result
     */
    record ResultConflict(Correlation correlation, HlrNotification dropped) implements HlrEvent {

        /** Checks that nothing is null. */
        public ResultConflict {
            Objects.requireNonNull(correlation, "correlation");
            Objects.requireNonNull(dropped, "dropped");
        }
    }

    /**
     * Results could not be handed over: the handler or the store failed. The notification was answered with 503, nothing of
     * it is remembered, and the service may send it again.
     *
     * @param correlation the request that they belong to
     * @param cause what the handler or the store threw; its message is theirs and may hold anything
     */
    record HandOverFailed(Correlation correlation, RuntimeException cause) implements HlrEvent {

        /** Checks that nothing is null. */
        public HandOverFailed {
            Objects.requireNonNull(correlation, "correlation");
            Objects.requireNonNull(cause, "cause");
        }

        /** The request and the type of the cause, without its message. */
        @Override
        public String toString() {
            return "HandOverFailed[" + correlation + ", " + cause.getClass().getName() + "]";
        }
    }

    /**
     * A notification was refused.
     *
     * @param cause why
     * @param httpStatus the status it was answered with
     * @param reason why, for people
     * @param correlation the request that it belongs to, where its token held
     */
    record NotificationRefused(RefusalCause cause, int httpStatus, String reason, Optional<Correlation> correlation)
            implements HlrEvent {

        /** Checks that nothing is null. */
        public NotificationRefused {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(correlation, "correlation");
        }
    }
}
