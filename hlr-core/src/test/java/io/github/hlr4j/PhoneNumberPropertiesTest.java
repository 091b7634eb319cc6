package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every number and every text, tried on some thousand of each; the seed makes a failure repeatable. */
class PhoneNumberPropertiesTest {

    private static final int TRIALS = 5_000;
    private static final String SEPARATORS =
            "  .-/()\u00A0\u202F\u2009\u2011\u2013\u200E\u200F\u202A\u202C\u2066\u2069\uFEFF\t";
    private static final String JUNK =
            "0123456789012345678901234567890123456789++00  .-()/,;x#\u0663\uFF11\uD83D\uDCDE\u0378\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 20180305, 360})
    void everyFormattingOfANumberReadsAsThatNumber(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < TRIALS; trial++) {
            String e164 = number(random);
            String spelling = formatted(e164, random);

            assertThat(PhoneNumber.parse(spelling).e164()).as(spelling).isEqualTo(e164);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20180305, 360})
    void whatWasReadReadsAsItself(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < TRIALS; trial++) {
            String text = junk(random);
            try {
                PhoneNumber number = PhoneNumber.parse(text);

                assertThat(PhoneNumber.parse(number.e164())).as(text).isEqualTo(number);
                assertThat(number.e164()).matches("\\+[1-9][0-9]{6,14}");
            } catch (InvalidInputException refused) {
                assertThat(refused).hasMessageStartingWith("not a phone number: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20180305, 360})
    void noMessageRepeatsANumber(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < TRIALS; trial++) {
            String text = junk(random);
            assertThatCode(() -> PhoneNumber.parse(text))
                    .satisfies(thrown ->
                            assertThat(String.valueOf(thrown)).as(text).doesNotContainPattern("[0-9]{7}"));
        }
    }

    private static String number(Random random) {
        StringBuilder e164 = new StringBuilder("+").append(1 + random.nextInt(9));
        int digits = PhoneNumber.MIN_DIGITS + random.nextInt(PhoneNumber.MAX_DIGITS - PhoneNumber.MIN_DIGITS + 1);
        while (e164.length() <= digits) {
            e164.append(random.nextInt(10));
        }
        return e164.toString();
    }

    /** With separators anywhere; a lone 0 in parentheses is left out, because it is no separator. */
    private static String formatted(String e164, Random random) {
        String prefixed = random.nextBoolean() ? e164 : "00" + e164.substring(1);
        StringBuilder spelling = new StringBuilder();
        for (int i = 0; i < prefixed.length(); i++) {
            while (random.nextInt(3) == 0) {
                spelling.append(any(SEPARATORS, random));
            }
            spelling.append(prefixed.charAt(i));
        }
        return spelling.toString().replace("(0)", "0");
    }

    private static String junk(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "+" : "");
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            text.append(any(JUNK, random));
        }
        return text.toString();
    }

    private static char any(String characters, Random random) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
