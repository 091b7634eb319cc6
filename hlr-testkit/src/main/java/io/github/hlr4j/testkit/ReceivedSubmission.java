package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One request as the fake received it, and what the fake made of it.
 *
 * @param outcome what the fake made of it
 * @param key the API key as sent, which does not print itself; empty where there was none, or nothing like one
 * @param keyAccepted whether the API key was the right one
 * @param numbers the numbers as sent, duplicates included; unmodifiable; empty where they could not be
 *     read; of a request of more than 1,000, the first 1,000
 * @param tag the tag as sent, its first 100 characters
 * @param notifyUrl the address for results as sent, its first 2048 characters; it may carry a secret
 * @param replyFormat the format that was asked for
 * @param campaignId the name that the fake gave the request; present exactly where it was billed
 * @param error why the fake refused the request; present exactly where it did
 * @param fault what went wrong with the exchange, where that was asked for
 */
public record ReceivedSubmission(
        Outcome outcome,
        Optional<ApiKey> key,
        boolean keyAccepted,
        List<PhoneNumber> numbers,
        Optional<String> tag,
        Optional<String> notifyUrl,
        ReplyFormat replyFormat,
        Optional<CampaignId> campaignId,
        Optional<ApiErrorCode> error,
        Optional<FaultKind> fault) {

    static final int MAX_NUMBERS = 1000;

    private static final int MAX_TAG = 100;
    private static final int MAX_URL = 2048;

    /** Checks that nothing is null, and cuts what would take too much memory to keep. */
    public ReceivedSubmission {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(replyFormat, "replyFormat");
        Objects.requireNonNull(campaignId, "campaignId");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(fault, "fault");
        tag = tag.map(text -> cut(text, MAX_TAG));
        notifyUrl = notifyUrl.map(text -> cut(text, MAX_URL));
    }

    /**
     * Whether the request was paid for, whatever the caller heard of it.
     *
     * @return true where the outcome is {@link Outcome#ACCEPTED}
     */
    public boolean isBilled() {
        return outcome == Outcome.ACCEPTED;
    }

    /**
     * Outcome, count and campaign on one line, without key, numbers and address.
     *
     * @return for example {@code ACCEPTED HLR000001, 500 numbers, tag=signup, JSON}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(outcome.name());
        campaignId.ifPresent(id -> text.append(' ').append(id));
        error.ifPresent(code ->
                text.append(' ').append(code.number().orElseThrow()).append(' ').append(code));
        text.append(", ").append(numbers.size()).append(numbers.size() == 1 ? " number" : " numbers");
        tag.ifPresent(label -> text.append(", tag=").append(ForeignText.line(label)));
        text.append(", ").append(replyFormat);
        fault.ifPresent(kind -> text.append(", ").append(kind));
        return text.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** What became of a request. */
    public enum Outcome {
        /** It was accepted and billed. */
        ACCEPTED,
        /** It was refused with an error. */
        REFUSED,
        /** It was answered 429: too many requests (D04). */
        THROTTLED,
        /** It was answered with a fault before it was looked at. */
        NOT_TAKEN
    }
}
