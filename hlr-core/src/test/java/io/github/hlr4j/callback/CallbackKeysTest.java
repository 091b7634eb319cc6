package io.github.hlr4j.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackKeysTest {

    private static final String SECRET = "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak";
    private static final Correlation REQUEST = new Correlation(1, 2);
    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void aNewRingHasOneKeyOfItsOwn() {
        CallbackKeys keys = CallbackKeys.create();

        assertThat(keys.ids()).containsExactly(1);
        assertThat(keys.toText()).isNotEqualTo(CallbackKeys.create().toText());
        assertThat(CallbackKeys.create().verify(keys.sign(REQUEST, LATER), NOW)).isEmpty();
    }

    @Test
    void theNewestKeySignsAndOlderOnesVerify() {
        CallbackKeys old = CallbackKeys.create();
        CallbackKeys rotated = old.rotated();

        assertThat(rotated.ids()).containsExactly(1, 2);
        assertThat(rotated.verify(old.sign(REQUEST, LATER), NOW)).contains(REQUEST);
        assertThat(rotated.verify(rotated.sign(REQUEST, LATER), NOW)).contains(REQUEST);
        assertThat(old.verify(rotated.sign(REQUEST, LATER), NOW)).isEmpty();
        assertThat(old.ids()).containsExactly(1);
    }

    @Test
    void aRevokedKeyVerifiesNothing() {
        CallbackKeys old = CallbackKeys.create();
        CallbackKeys revoked = old.rotated().without(1);

        assertThat(revoked.ids()).containsExactly(2);
        assertThat(revoked.verify(old.sign(REQUEST, LATER), NOW)).isEmpty();
        assertThat(revoked.verify(revoked.sign(REQUEST, LATER), NOW)).contains(REQUEST);
    }

    @Test
    void aKeyThatTakesTheIdOfARevokedOneDoesNotVerifyItsTokens() {
        CallbackKeys revoked = CallbackKeys.create().rotated();
        CallbackKeys renewed = revoked.without(2).rotated();

        assertThat(renewed.ids()).isEqualTo(revoked.ids());
        assertThat(renewed.verify(revoked.sign(REQUEST, LATER), NOW)).isEmpty();
    }

    @Test
    void refusesToRevokeTheOnlyKeyOrOneThatIsNotThere() {
        CallbackKeys keys = CallbackKeys.create();

        assertThatThrownBy(() -> keys.without(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("callback keys: key 1 is the only one; rotate before revoking it");
        assertThatThrownBy(() -> keys.rotated().without(7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("callback keys: there is no key 7, there are [1, 2]");
    }

    @Test
    void aRingHasAtMost64Keys() {
        CallbackKeys keys = CallbackKeys.create();
        while (keys.ids().size() < 64) {
            keys = keys.rotated();
        }
        CallbackKeys full = keys;

        assertThatThrownBy(full::rotated)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("callback keys: a ring has at most 64 keys; revoke old ones first");
        assertThat(CallbackKeys.parse(full.toText()).ids()).isEqualTo(full.ids());
        assertThatThrownBy(() -> CallbackKeys.parse(full.toText() + "65 " + SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("callback keys: a ring has at most 64 keys");
    }

    @Test
    void aRingBehindTheLargestIdRotatesToTheSmallestFreeOne() {
        CallbackKeys rotated =
                CallbackKeys.parse("65535 " + SECRET + "\n1 " + SECRET).rotated();

        assertThat(CallbackKeys.parse("65534 " + SECRET).rotated().ids()).containsExactly(65_534, 65_535);
        assertThat(rotated.ids()).containsExactly(65_535, 1, 2);
        assertThat(rotated.verify(rotated.sign(REQUEST, LATER), NOW)).contains(REQUEST);
        assertThat(CallbackKeys.parse(rotated.toText()).ids()).isEqualTo(rotated.ids());
    }

    @Test
    void readsWhatItWrote() {
        CallbackKeys keys = CallbackKeys.create().rotated().rotated().without(2);
        CallbackKeys read = CallbackKeys.parse(keys.toText());

        assertThat(read.ids()).containsExactly(1, 3);
        assertThat(read.toText()).isEqualTo(keys.toText());
        assertThat(read.verify(keys.sign(REQUEST, LATER), NOW)).contains(REQUEST);
        assertThat(read.sign(REQUEST, LATER)).isEqualTo(keys.sign(REQUEST, LATER));
        assertThat(keys.toText())
                .startsWith("# hlr4j callback keys: secret. One key a line, the last one signs.\n1 ")
                .endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsLinesOfEverySystemWithBlanksAndRemarks(String end) {
        String text = String.join(end, "# old", "", "  3 " + SECRET + "  ", "   # new", "12 " + SECRET);

        assertThat(CallbackKeys.parse(text).ids()).containsExactly(3, 12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | there is no key; 'hlr keys create FILE' makes one",
                "'# only\n\n'                | there is no key; 'hlr keys create FILE' makes one",
                "'1'                         | line 1 @",
                "'# head\n1 SECRET\nx SECRET'| line 3 @",
                "'0 SECRET'                  | line 1 @",
                "'01 SECRET'                 | line 1 @",
                "'-1 SECRET'                 | line 1 @",
                "'65536 SECRET'              | line 1 @",
                "'100000 SECRET'             | line 1 @",
                "'1\tSECRET'                 | line 1 @",
                "'1  SECRET'                 | line 1 @",
                "'1 SECRETx'                 | line 1 @",
                "'1 xSECRET y'               | line 1 @",
                "'1 SECRET='                 | line 1 @",
                "'1 SECRET\n\n1 SECRET'      | line 3 repeats the id 1"
            })
    void refusesATextThatIsNoRingAndNamesTheLineAlone(String text, String reason) {
        String message = "callback keys: "
                + reason.replace("@", "is not a key (an id from 1 to 65535, a blank, 43 characters of base64url)");

        assertThatThrownBy(() -> CallbackKeys.parse(text.replace("SECRET", SECRET)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void printsIdsAndNoSecret() {
        assertThat(CallbackKeys.parse("1 " + SECRET + "\n7 " + SECRET)).hasToString("CallbackKeys[1, 7]");
    }
}
