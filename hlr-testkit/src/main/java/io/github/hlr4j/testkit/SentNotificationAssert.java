package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.SentNotification.Kind;
import java.util.Objects;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on a result that a fake server posted. */
public final class SentNotificationAssert extends AbstractObjectAssert<SentNotificationAssert, SentNotification> {

    SentNotificationAssert(SentNotification actual) {
        super(actual, SentNotificationAssert.class);
    }

    /**
     * Verifies whose result it is.
     *
     * @param phone the number
     * @return this
     */
    public SentNotificationAssert isFor(PhoneNumber phone) {
        isNotNull();
        return has("phone", phone, actual.phone());
    }

    /**
     * Verifies what the result says.
     *
     * @param status the status
     * @return this
     */
    public SentNotificationAssert hasStatus(HlrStatus status) {
        isNotNull();
        return has("status", status, actual.status());
    }

    /**
     * Verifies what the result is to the others of its number.
     *
     * @param kind the kind
     * @return this
     */
    public SentNotificationAssert isOfKind(Kind kind) {
        isNotNull();
        return has("kind", kind, actual.kind());
    }

    /**
     * Verifies that the receiver took it.
     *
     * @return this
     */
    public SentNotificationAssert isAcknowledged() {
        isNotNull();
        if (!actual.isAcknowledged()) {
            failWithMessage("Expected the result to be acknowledged, but its last answer was %s: %s", answer(), actual);
        }
        return this;
    }

    /**
     * Verifies the last answer of the receiver.
     *
     * @param status the HTTP status
     * @return this
     */
    public SentNotificationAssert wasAnswered(int status) {
        isNotNull();
        return has("last answer", String.valueOf(status), answer());
    }

    /**
     * Verifies how often the result was posted.
     *
     * @param attempts how often
     * @return this
     */
    public SentNotificationAssert wasPosted(int attempts) {
        isNotNull();
        return has("count of attempts", attempts, actual.attempts());
    }

    private String answer() {
        return actual.lastAnswer().isPresent()
                ? String.valueOf(actual.lastAnswer().getAsInt())
                : "none";
    }

    private SentNotificationAssert has(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            failWithMessage("Expected the %s to be %s, but it was %s in: %s", what, expected, found, actual);
        }
        return this;
    }
}
