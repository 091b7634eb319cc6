package io.github.hlr4j.testkit;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackKeys;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the token at the end of a callback address. Failure messages do not show it. */
public final class CallbackTokenAssert extends AbstractAssert<CallbackTokenAssert, String> {

    CallbackTokenAssert(String actual) {
        super(actual, CallbackTokenAssert.class);
    }

    /**
     * Verifies that the token is good.
     *
     * @param keys the ring that should have signed it
     * @param now when
     * @return this
     */
    public CallbackTokenAssert isValid(CallbackKeys keys, Instant now) {
        if (verified(keys, now).isEmpty()) {
            failWithMessage("Expected a callback token that %s verifies at %s, but it does not", keys, now);
        }
        return this;
    }

    /**
     * Verifies that the token is not good: expired, signed by a key that is not in the ring, or no token at all.
     *
     * @param keys the ring that should not verify it
     * @param now when
     * @return this
     */
    public CallbackTokenAssert isNotValid(CallbackKeys keys, Instant now) {
        if (verified(keys, now).isPresent()) {
            failWithMessage("Expected a callback token that %s does not verify at %s, but it does", keys, now);
        }
        return this;
    }

    /**
     * Verifies that the token is good and whose results it takes.
     *
     * @param correlation the request
     * @param keys the ring that should have signed it
     * @param now when
     * @return this
     */
    public CallbackTokenAssert isFor(Correlation correlation, CallbackKeys keys, Instant now) {
        isValid(keys, now);
        Correlation found = verified(keys, now).orElseThrow();
        if (!found.equals(correlation)) {
            failWithMessage("Expected a callback token of request %s, but it is of %s", correlation, found);
        }
        return this;
    }

    private Optional<Correlation> verified(CallbackKeys keys, Instant now) {
        isNotNull();
        String token = actual.substring(actual.lastIndexOf('/') + 1);
        return keys.verify(token, now);
    }
}
