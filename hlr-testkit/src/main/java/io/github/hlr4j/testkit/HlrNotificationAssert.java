package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Reachability;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on the result of a number. */
public final class HlrNotificationAssert extends AbstractObjectAssert<HlrNotificationAssert, HlrNotification> {

    HlrNotificationAssert(HlrNotification actual) {
        super(actual, HlrNotificationAssert.class);
    }

    /**
     * Verifies whose result it is.
     *
     * @param phone the number
     * @return this
     */
    public HlrNotificationAssert isFor(PhoneNumber phone) {
        isNotNull();
        return has("phone", phone, actual.phone());
    }

    /**
     * Verifies what the register said.
     *
     * @param status the status
     * @return this
     */
    public HlrNotificationAssert hasStatus(HlrStatus status) {
        isNotNull();
        return has("status", status, actual.status());
    }

    /**
     * Verifies what the result means to a person.
     *
     * @param reachability the reachability
     * @return this
     */
    public HlrNotificationAssert hasReachability(Reachability reachability) {
        isNotNull();
        return has("reachability", reachability, actual.reachability());
    }

    /**
     * Verifies which network serves the number.
     *
     * @param network its code
     * @return this
     */
    public HlrNotificationAssert isOnNetwork(NetworkCode network) {
        isNotNull();
        return has(
                "network",
                network.digits(),
                actual.network().map(NetworkCode::digits).orElse("none"));
    }

    /**
     * Verifies that no network serves the number, or none was named.
     *
     * @return this
     */
    public HlrNotificationAssert isOnNoNetwork() {
        isNotNull();
        return has("network", "none", actual.network().map(NetworkCode::digits).orElse("none"));
    }

    /**
     * Verifies that the number was ported.
     *
     * @return this
     */
    public HlrNotificationAssert isPorted() {
        isNotNull();
        return has("ported", "true", said(actual.ported()));
    }

    /**
     * Verifies that the result says that the number was not ported.
     *
     * @return this
     */
    public HlrNotificationAssert isNotPorted() {
        isNotNull();
        return has("ported", "false", said(actual.ported()));
    }

    private HlrNotificationAssert has(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            failWithMessage("Expected the %s of %s to be %s, but it was %s", what, actual, expected, found);
        }
        return this;
    }

    private static String said(Optional<Boolean> value) {
        return value.map(String::valueOf).orElse("not said");
    }
}
