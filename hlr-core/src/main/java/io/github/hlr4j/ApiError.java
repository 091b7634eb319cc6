package io.github.hlr4j;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A refusal by the service: its reason, and what it said in its own words (D08, D09).
 *
 * @param reason the reason by name; {@link ApiErrorCode#UNKNOWN} where no page names the code
 * @param code the raw code; empty where the reply had no body that could be read
 * @param httpStatus the HTTP status of the reply, 200 to 499
 * @param message the service's words, usually French; empty where it said nothing. Foreign text: it may repeat the
 *     numbers that were sent, the key is taken out
 */
public record ApiError(ApiErrorCode reason, OptionalInt code, int httpStatus, Optional<String> message) {

    /** Checks that nothing is null. */
    public ApiError {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /**
     * The refusal of a readable error reply.
     *
     * @param code the raw code
     * @param message the service's words; may be null
     * @param httpStatus the HTTP status
     * @return the refusal
     */
    public static ApiError of(int code, String message, int httpStatus) {
        return new ApiError(ApiErrorCode.of(code), OptionalInt.of(code), httpStatus, Optional.ofNullable(message));
    }

    /**
     * The refusal of a reply that carried an HTTP status of the 4xx family and no body that could be read.
     *
     * @param httpStatus the HTTP status
     * @return the refusal
     */
    public static ApiError ofHttpStatus(int httpStatus) {
        return new ApiError(ApiErrorCode.UNKNOWN, OptionalInt.empty(), httpStatus, Optional.empty());
    }

    /**
     * Code, reason and words on one line, phone numbers and tokens in the words masked.
     *
     * @return for example {@code 10 INVALID_API_KEY (Clé API incorrecte)}
     */
    @Override
    public String toString() {
        if (code.isEmpty()) {
            return "HTTP status " + httpStatus;
        }
        String name = code.getAsInt() + " " + reason;
        return message.map(words -> name + " (" + Masking.secrets(words) + ")").orElse(name);
    }
}
