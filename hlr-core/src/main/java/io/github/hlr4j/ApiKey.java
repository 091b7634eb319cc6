package io.github.hlr4j;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The secret that identifies and bills an account (D02); it never prints itself.
 *
 * <p>Deliberately no record: a record would show its only component.
 */
public final class ApiKey {

    private static final int MAX_LENGTH = 256;
    private static final int FINGERPRINT_BYTES = 8;
    private static final byte[] FINGERPRINT_CONTEXT = bytes("hlr4j account ");

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * Takes a key as the service issued it.
     *
     * @param value 1 to 256 visible ASCII characters; white space around them is a mistake of copying and refused
     * @return the key
     * @throws InvalidInputException if the value has another shape; the message does not repeat it
     */
    public static ApiKey of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new InvalidInputException("the API key is empty");
        }
        if (value.length() > MAX_LENGTH) {
            throw new InvalidInputException("the API key has " + value.length() + " characters, at most 256 are sane");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new InvalidInputException("the API key has a blank or unprintable character at " + (i + 1)
                        + "; was it copied with something around it?");
            }
        }
        return new ApiKey(value);
    }

    /**
     * The secret itself, for whoever writes it into a request and for nobody else.
     *
     * @return the key in plain text; do not log, print or keep it
     */
    public String reveal() {
        return value;
    }

    /**
     * Tells keys apart without saying them: two keys with different fingerprints belong to different accounts or times.
     *
     * @return 16 hexadecimal digits of a hash; nobody gets from them to a key as long as the service's
     */
    public String fingerprint() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(FINGERPRINT_CONTEXT);
            return HexFormat.of().formatHex(hash.digest(bytes(value)), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new ConfigurationException("this Java platform has no SHA-256; every complete one does", e);
        }
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && MessageDigest.isEqual(bytes(value), bytes(key.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * A fixed text that says nothing of the key.
     *
     * @return {@code ApiKey[hidden]}
     */
    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
