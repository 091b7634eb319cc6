package io.github.hlr4j.callback;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.SecureUrl;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Makes the address of each request: the public URL of a receiver and a signed token of 53 characters.
 *
 * <p>Whoever knows an address can post results for that one request until it expires, and for no other. Safe for
 * concurrent use.
 */
public final class CallbackAddresses {

    /** How long an address is valid unless said otherwise. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(7);

    private final URI publicUrl;
    private final CallbackKeys keys;
    private final Duration validity;
    private final InstantSource clock;

    private CallbackAddresses(URI publicUrl, CallbackKeys keys, Duration validity, InstantSource clock) {
        this.publicUrl = publicUrl;
        this.keys = keys;
        this.validity = validity;
        this.clock = clock;
    }

    /**
     * Addresses below a public URL.
     *
     * @param publicUrl where the service reaches the receiver: https, or http to a loopback literal, without query and
     *     fragment; a trailing slash is dropped
     * @param keys the ring whose newest key signs
     * @param validity how long an address is valid; at least a second
     * @param clock the time
     * @return the addresses
     * @throws InvalidInputException if the URL is unusable or results would travel in the clear
     */
    public static CallbackAddresses of(URI publicUrl, CallbackKeys keys, Duration validity, InstantSource clock) {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(clock, "clock");
        if (validity.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidInputException("a callback address is valid for at least a second");
        }
        return new CallbackAddresses(SecureUrl.require(publicUrl, "the public URL"), keys, validity, clock);
    }

    /**
     * The address of a request.
     *
     * @param correlation the request
     * @return the public URL, a slash and the token
     */
    public URI of(Correlation correlation) {
        return URI.create(
                publicUrl + "/" + keys.sign(correlation, clock.instant().plus(validity)));
    }
}
