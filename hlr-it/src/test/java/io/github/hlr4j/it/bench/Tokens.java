package io.github.hlr4j.it.bench;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;

/** Makes tokens that hold for a ring of two keys, and tokens that fail in each of the ways there are. */
final class Tokens {

    private static final int PREFIX = 2;
    private static final int MAC_AT = 22;
    private static final Duration VALIDITY = Duration.ofDays(7);

    private final CallbackKeys revoked = CallbackKeys.create();
    private final CallbackKeys ring = revoked.rotated().rotated().without(1);
    private final CallbackKeys unknown =
            CallbackKeys.create().rotated().rotated().rotated();
    private final Random random = new Random(1);
    private final Instant now = Instant.now();

    /** The ring that verifies. */
    CallbackKeys ring() {
        return ring;
    }

    String valid() {
        return signedBy(ring, now.plus(VALIDITY));
    }

    String failing(Failure failure) {
        return switch (failure) {
            case MALFORMED -> malformed(valid());
            case FORGED_FIRST_BYTE -> forged(valid(), MAC_AT);
            case FORGED_LAST_BYTE -> forged(valid(), MAC_AT + 15);
            case UNKNOWN_KEY -> signedBy(unknown, now.plus(VALIDITY));
            case REVOKED_KEY -> signedBy(revoked, now.plus(VALIDITY));
            case EXPIRED -> signedBy(ring, now.minus(VALIDITY));
        };
    }

    private String signedBy(CallbackKeys keys, Instant expiry) {
        return keys.sign(Correlation.random(random), expiry);
    }

    /** A character that belongs to no token, anywhere. */
    private String malformed(String token) {
        int at = random.nextInt(token.length());
        return token.substring(0, at) + "." + token.substring(at + 1);
    }

    private static String forged(String token, int at) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.substring(PREFIX));
        bytes[at] ^= 1;
        return token.substring(0, PREFIX)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Why a token is not accepted; first and last byte are those of its signature. */
    enum Failure {
        MALFORMED,
        FORGED_FIRST_BYTE,
        FORGED_LAST_BYTE,
        UNKNOWN_KEY,
        REVOKED_KEY,
        EXPIRED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
