package io.github.hlr4j.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens through {@link CallbackKeys}, which makes and checks them. */
class CallbackTokenTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String SECRET = "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak";
    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final Instant EXPIRY = NOW.plusSeconds(60);
    private static final Correlation REQUEST = new Correlation(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);

    private final CallbackKeys keys = CallbackKeys.parse("1 " + SECRET);
    private final String token = keys.sign(REQUEST, EXPIRY);

    @Test
    void assumed_A05_isOnePathSegmentOf53Characters() {
        assertThat(token).hasSize(53).matches("h1[A-Za-z0-9_-]{51}");
    }

    /** The text was computed apart from this library, with another HMAC. */
    @Test
    void isTheSameInEveryRelease() {
        assertThat(token).isEqualTo("h1AAEBI0VniavN7_7cuph2VDIQWp0diN1z5cTdDYVQhKpE7FZxMP0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void assumed_A05_bringsTheRequestBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Correlation request = Correlation.random(random);

            assertThat(keys.verify(keys.sign(request, EXPIRY), NOW)).contains(request);
        }
    }

    @Test
    void noOtherCharacterAnywhereIsAccepted() {
        for (int i = 0; i < token.length(); i++) {
            for (int c = 0; c < ALPHABET.length(); c++) {
                String tampered = token.substring(0, i) + ALPHABET.charAt(c) + token.substring(i + 1);

                assertThat(keys.verify(tampered, NOW).isPresent()).as(tampered).isEqualTo(tampered.equals(token));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'+', '/', '=', '.', '~', '\n', '\0', '\u007F', '\u00E9', '\u0141', '\uFFFF'})
    void aCharacterThatBelongsToNoTokenIsRefusedAnywhere(char foreign) {
        for (int i = 0; i < token.length(); i++) {
            String tampered = token.substring(0, i) + foreign + token.substring(i + 1);

            assertThat(keys.verify(tampered, NOW)).as(tampered).isEmpty();
        }
    }

    @Test
    void everyOtherSpellingOfTheSameBytesIsRefused() {
        for (int i = 0; i < 100; i++) {
            String one = keys.sign(new Correlation(i, i), EXPIRY);
            int value = ALPHABET.indexOf(one.charAt(52));
            assertThat(value % 4).isZero();
            for (int spare = 1; spare < 4; spare++) {
                assertThat(keys.verify(one.substring(0, 52) + ALPHABET.charAt(value + spare), NOW))
                        .isEmpty();
            }
        }
    }

    @Test
    void nothingMayStandAroundIt() {
        for (String other : new String[] {
            "",
            "h1",
            token + "=",
            token + "A",
            token.substring(0, 52),
            " " + token,
            token + "\n",
            "/" + token,
            token + "/",
            "H1" + token.substring(2),
            "h2" + token.substring(2),
            token.toUpperCase(Locale.ROOT),
            token.replace('h', '\u04BB'),
            "%68" + token.substring(1),
            token + token,
            "x".repeat(100_000)
        }) {
            assertThat(keys.verify(other, NOW)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-05T10:34:52Z, true",
        "2018-03-05T10:35:51.999999999Z, true",
        "2018-03-05T10:35:52Z, false",
        "2019-03-05T10:35:52Z, false",
        "1969-12-31T23:59:59Z, true"
    })
    void holdsUntilItExpires(Instant now, boolean holds) {
        assertThat(keys.verify(token, now).isPresent()).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL})
    void mayExpireFrom1970To2106(long second) {
        String signed = keys.sign(REQUEST, Instant.ofEpochSecond(second));

        assertThat(keys.verify(signed, Instant.ofEpochSecond(second - 1))).contains(REQUEST);
        assertThat(keys.verify(signed, Instant.ofEpochSecond(second))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0x1_0000_0000L})
    void mayNotExpireInOtherYears(long second) {
        assertThatThrownBy(() -> keys.sign(REQUEST, Instant.ofEpochSecond(second)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a callback address expires between 1970 and 2106");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 " + SECRET, "65535 " + SECRET, "1 GakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak"})
    void aKeyThatDidNotSignItDoesNotVerifyIt(String other) {
        assertThat(CallbackKeys.parse(other).verify(token, NOW)).isEmpty();
    }

    @Test
    void everyIdCanSign() {
        for (int id : new int[] {1, 255, 256, 32_767, 32_768, 65_535}) {
            CallbackKeys ring = CallbackKeys.parse(id + " " + SECRET);

            assertThat(ring.verify(ring.sign(REQUEST, EXPIRY), NOW))
                    .as("key %d", id)
                    .contains(REQUEST);
        }
    }
}
