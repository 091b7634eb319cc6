package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.testkit.ReceivedSubmission.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on a request that a fake server received. */
public final class ReceivedSubmissionAssert extends AbstractObjectAssert<ReceivedSubmissionAssert, ReceivedSubmission> {

    ReceivedSubmissionAssert(ReceivedSubmission actual) {
        super(actual, ReceivedSubmissionAssert.class);
    }

    /**
     * Verifies that the fake accepted and billed the request.
     *
     * @return this
     */
    public ReceivedSubmissionAssert isBilled() {
        isNotNull();
        return has("outcome", Outcome.ACCEPTED, actual.outcome());
    }

    /**
     * Verifies that the fake did not bill the request, whatever else it did.
     *
     * @return this
     */
    public ReceivedSubmissionAssert isNotBilled() {
        isNotNull();
        if (actual.isBilled()) {
            failWithMessage("Expected a request that is not billed, but it was: %s", actual);
        }
        return this;
    }

    /**
     * Verifies that the fake refused the request for a reason.
     *
     * @param reason the reason
     * @return this
     */
    public ReceivedSubmissionAssert isRefusedWith(ApiErrorCode reason) {
        isNotNull();
        return has("refusal", reason, actual.error().map(Object.class::cast).orElse("none"));
    }

    /**
     * Verifies the API key.
     *
     * @param key the key
     * @return this
     */
    public ReceivedSubmissionAssert hasKey(ApiKey key) {
        isNotNull();
        if (!actual.key().equals(Optional.of(key))) {
            failWithMessage("Expected another API key in the request: %s", actual);
        }
        return this;
    }

    /**
     * Verifies the numbers, in their order.
     *
     * @param numbers all of them
     * @return this
     */
    public ReceivedSubmissionAssert hasNumbers(PhoneNumber... numbers) {
        isNotNull();
        return has("numbers", List.of(numbers), List.copyOf(actual.numbers()));
    }

    /**
     * Verifies how many numbers there are.
     *
     * @param count how many, duplicates included
     * @return this
     */
    public ReceivedSubmissionAssert hasNumberCount(int count) {
        isNotNull();
        return has("count of numbers", count, actual.numbers().size());
    }

    /**
     * Verifies the tag.
     *
     * @param tag the tag
     * @return this
     */
    public ReceivedSubmissionAssert hasTag(String tag) {
        isNotNull();
        if (!actual.tag().equals(Optional.of(tag))) {
            failWithMessage(
                    "Expected the tag to be %s, but it was %s in: %s",
                    tag, actual.tag().orElse("none"), actual);
        }
        return this;
    }

    /**
     * Verifies that there is no tag.
     *
     * @return this
     */
    public ReceivedSubmissionAssert hasNoTag() {
        isNotNull();
        if (actual.tag().isPresent()) {
            failWithMessage("Expected no tag, but there is one in: %s", actual);
        }
        return this;
    }

    /**
     * Verifies that results are asked for, at whatever address.
     *
     * @return this
     */
    public ReceivedSubmissionAssert asksForResults() {
        isNotNull();
        if (actual.notifyUrl().isEmpty()) {
            failWithMessage("Expected a request with an address for results, but it has none: %s", actual);
        }
        return this;
    }

    /**
     * Verifies the format in which the reply is wanted.
     *
     * @param format the format
     * @return this
     */
    public ReceivedSubmissionAssert asksForReplyIn(ReplyFormat format) {
        isNotNull();
        return has("reply format", format, actual.replyFormat());
    }

    private ReceivedSubmissionAssert has(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            failWithMessage("Expected the %s to be %s, but it was %s in: %s", what, expected, found, actual);
        }
        return this;
    }
}
