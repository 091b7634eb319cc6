package io.github.hlr4j.testkit;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One result that the fake posted, gave up posting or lost.
 *
 * @param campaignId the request to which it belongs
 * @param phone the number
 * @param status what the result says of it
 * @param kind what it is to the other results of the number
 * @param attempts how often it was posted; 0 where it was lost or the address is none that the fake calls
 * @param lastAnswer the HTTP status of the last answer; empty where the last attempt was not answered
 */
public record SentNotification(
        CampaignId campaignId, PhoneNumber phone, HlrStatus status, Kind kind, int attempts, OptionalInt lastAnswer) {

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    /** Checks that nothing is null. */
    public SentNotification {
        Objects.requireNonNull(campaignId, "campaignId");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(lastAnswer, "lastAnswer");
    }

    /**
     * Whether the receiver took it.
     *
     * @return true for an answer of the family 2xx
     */
    public boolean isAcknowledged() {
        return lastAnswer.isPresent() && lastAnswer.getAsInt() >= OK && lastAnswer.getAsInt() < MULTIPLE_CHOICES;
    }

    boolean isLost() {
        return kind == Kind.LOST;
    }

    /** What a posted result is to the other results of its number. */
    public enum Kind {
        /** The result of the number. */
        FIRST,
        /** The same result once more. */
        DUPLICATE,
        /** A later result that contradicts the first. */
        CONFLICT,
        /** The result of the number, which is never posted. */
        LOST
    }
}
