package io.github.hlr4j.callback;

import io.github.hlr4j.ConfigurationException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret of a ring: 256 bits and a 16-bit id that travels in the clear. */
final class CallbackKey {

    static final int MAX_ID = 65_535;

    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4}) ([A-Za-z0-9_-]{43})");

    private final int id;
    private final byte[] secret;
    private final Mac prepared;

    private CallbackKey(int id, byte[] secret) {
        this.id = id;
        this.secret = secret;
        this.prepared = prepare(secret);
    }

    static CallbackKey random(int id, RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new CallbackKey(id, secret);
    }

    static Optional<CallbackKey> parse(String line) {
        Matcher matcher = TEXT.matcher(line);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > MAX_ID) {
            return Optional.empty();
        }
        return Optional.of(new CallbackKey(
                Integer.parseInt(matcher.group(1)), Base64.getUrlDecoder().decode(matcher.group(2))));
    }

    int id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    byte[] mac(byte[] message, int length) {
        Mac mac = copyOfPrepared();
        mac.update(message, 0, length);
        return mac.doFinal();
    }

    /** A copy takes half the time of a new one; the cryptography of some platforms cannot copy. */
    private Mac copyOfPrepared() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            return prepare(secret);
        }
    }

    private static Mac prepare(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("this Java platform has no " + ALGORITHM + "; every complete one does", e);
        }
    }
}
