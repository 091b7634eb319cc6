package io.github.hlr4j.callback;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The last path segment of a callback address: {@code h1} and, in base64url, key id (2 bytes), correlation (16), expiry in
 * seconds (4) and the first 16 bytes of an HMAC-SHA256 over these three.
 */
final class CallbackToken {

    private static final String VERSION = "h1";
    private static final int SIGNED_BYTES = 2 + Correlation.BYTES + 4;
    private static final int MAC_BYTES = 16;
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    private static final int LENGTH = 53;

    private static final BitSet CHARACTERS = setOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /** The last character carries four bits only, so that each token has one spelling. */
    private static final BitSet LAST_CHARACTERS = setOf("AEIMQUYcgkosw048");

    /** Stands in for a text that has not the shape of a token, so that it costs as much time as a forged one. */
    private static final String NOBODYS_TOKEN = VERSION + "A".repeat(LENGTH - VERSION.length());

    /** Stands in for an unknown key, so that its tokens cost as much time as forged ones of a known key. */
    private static final CallbackKey NOBODYS = CallbackKey.random(0, new SecureRandom());

    private CallbackToken() {}

    static String sign(CallbackKey key, Correlation correlation, Instant expiry) {
        long seconds = expiry.getEpochSecond();
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw new InvalidInputException("a callback address expires between 1970 and 2106");
        }
        ByteBuffer bytes = ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES);
        bytes.putShort((short) key.id());
        correlation.writeTo(bytes);
        bytes.putInt((int) seconds);
        bytes.put(mac(key, bytes.array()));
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Optional<Correlation> verify(String token, List<CallbackKey> ring, Instant now) {
        boolean shaped = isShaped(token);
        byte[] bytes = Base64.getUrlDecoder().decode((shaped ? token : NOBODYS_TOKEN).substring(VERSION.length()));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int id = Short.toUnsignedInt(buffer.getShort());
        Correlation correlation = Correlation.readFrom(buffer);
        long expiry = Integer.toUnsignedLong(buffer.getInt());

        Optional<CallbackKey> key = ring.stream().filter(k -> k.id() == id).findFirst();
        byte[] received = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        boolean genuine = MessageDigest.isEqual(mac(key.orElse(NOBODYS), bytes), received);
        return shaped && key.isPresent() && genuine && now.getEpochSecond() < expiry
                ? Optional.of(correlation)
                : Optional.empty();
    }

    /** Decides for each request from the internet; a regular expression would take longer than the signature. */
    private static boolean isShaped(String token) {
        if (token.length() != LENGTH || !token.startsWith(VERSION)) {
            return false;
        }
        boolean shaped = LAST_CHARACTERS.get(token.charAt(LENGTH - 1));
        for (int i = VERSION.length(); i < LENGTH; i++) {
            shaped &= CHARACTERS.get(token.charAt(i));
        }
        return shaped;
    }

    private static BitSet setOf(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }

    private static byte[] mac(CallbackKey key, byte[] bytes) {
        return Arrays.copyOf(key.mac(bytes, SIGNED_BYTES), MAC_BYTES);
    }
}
