package io.github.hlr4j.fuzz;

import static io.github.hlr4j.fuzz.Claims.claim;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.spi.HlrEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A token: only what a key of the ring signs is accepted, in one spelling and until it expires; and the file of keys, as
 * which the same text is read.
 */
final class TokenTarget implements Target {

    /** The moment at which the tokens among the seeds hold. */
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final String FAKE = "akeFakeFakeFakeFakeFakeFakeFakeFakeFakeFa";
    private static final Map<Integer, CallbackKeys> SINGLE = Map.of(
            1, CallbackKeys.parse("1 F" + FAKE + "E"),
            2, CallbackKeys.parse("2 G" + FAKE + "E"),
            65_535, CallbackKeys.parse("65535 H" + FAKE + "E"));
    static final CallbackKeys RING = CallbackKeys.parse("1 F" + FAKE + "E\n65535 H" + FAKE + "E\n2 G" + FAKE + "E\n");

    private static final int SIGNED_BYTES = 22;

    private final CallbackReceiver receiver = CallbackReceiver.builder(RING, (correlation, results) -> {})
            .clock(() -> NOW)
            .events(HlrEvents.none())
            .build();

    @Override
    public void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        checkVerified(text);
        checkSigned(input);
        checkKeys(text);
    }

    private void checkVerified(String text) {
        Optional<Correlation> verified = RING.verify(text, NOW);
        verified.ifPresent(correlation -> claim(isIssued(text, correlation), "an accepted token was issued"));
        Optional<Correlation> last = RING.verify(text.substring(text.lastIndexOf('/') + 1), NOW);
        Admission admission = receiver.admit(new CallbackRequest("POST", "/hlr/" + text, Optional.empty(), 0));
        claim(admission instanceof Admission.Admitted == last.isPresent(), "the last segment decides");
    }

    /** The token is, character by character, what the key that it names signs for what it says. */
    private static boolean isIssued(String token, Correlation correlation) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(2)));
        CallbackKeys key = SINGLE.get(Short.toUnsignedInt(bytes.getShort()));
        Correlation said = Correlation.readFrom(bytes);
        Instant expiry = Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt()));
        return key != null
                && said.equals(correlation)
                && expiry.isAfter(NOW)
                && key.sign(correlation, expiry).equals(token);
    }

    /** Signs what the input says and lets it replace one character. */
    private static void checkSigned(byte[] input) {
        ByteBuffer parts = ByteBuffer.wrap(Arrays.copyOf(input, SIGNED_BYTES));
        Correlation correlation = Correlation.readFrom(parts);
        Instant expiry = Instant.ofEpochSecond(Integer.toUnsignedLong(parts.getInt()));
        String token = RING.sign(correlation, expiry);
        int at = Byte.toUnsignedInt(parts.get()) % token.length();
        char replacement = (char) Byte.toUnsignedInt(parts.get());

        claim(RING.verify(token, expiry.minusSeconds(1)).equals(Optional.of(correlation)), "what was signed holds");
        claim(RING.verify(token, expiry).isEmpty(), "nothing holds when it expires");
        claim(SINGLE.get(1).verify(token, expiry.minusSeconds(1)).isEmpty(), "another ring does not accept it");
        if (token.charAt(at) != replacement) {
            String forged = token.substring(0, at) + replacement + token.substring(at + 1);
            claim(RING.verify(forged, expiry.minusSeconds(1)).isEmpty(), "no other character is accepted");
        }
    }

    private static void checkKeys(String text) {
        CallbackKeys keys;
        try {
            keys = CallbackKeys.parse(text);
        } catch (InvalidInputException e) {
            claim(!e.getMessage().contains(FAKE.substring(0, 8)), "a refusal repeats nothing of a key");
            return;
        }
        CallbackKeys again = CallbackKeys.parse(keys.toText());
        claim(again.ids().equals(keys.ids()) && again.toText().equals(keys.toText()), "what is written reads the same");
        claim(!keys.toString().contains(FAKE.substring(0, 8)), "no secret is printed");
    }
}
