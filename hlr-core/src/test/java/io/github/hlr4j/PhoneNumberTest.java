package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+33639980001",
                "0033639980001",
                "+33 6 39 98 00 01",
                "  +33639980001\n",
                "+33\t639980001",
                "+33\u00A06\u00A039\u00A098\u00A000\u00A001",
                "+33\u202F6\u202F39\u202F98\u202F00\u202F01",
                "+33\u2009639\u2003980\u3000001",
                "+33-639-980-001",
                "+33\u2010639\u2011980\u2012001",
                "+33\u2013639\u2014980\u2015001",
                "+33\u2212639\u00AD980001",
                "+33.639.980.001",
                "0033.639.980.001",
                "+33/639/980/001",
                "+33 (639) 98 00 01",
                "(+33) 639 98 00 01",
                "00 33 639980001",
                "+33 (0)6 39 98 00 01",
                "+33(0)639980001",
                "0033 (0)6 39 98 00 01",
                "\u202A+33 6 39 98 00 01\u202C",
                "\u200E+33639980001\u200F",
                "\u2068+33639980001\u2069",
                "\uFEFF+33\u200B639\u2060980001"
            })
    void wider_W06_readsTheSpellingsThatPeopleUse(String spelling) {
        assertThat(PhoneNumber.parse(spelling).e164()).isEqualTo("+33639980001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+3363998", "+33639980001", "+123456789012345"})
    void documented_D02_leavesANumberInInternationalFormatAsItIs(String e164) {
        assertThat(PhoneNumber.parse(e164).e164()).isEqualTo(e164);
        assertThat(new PhoneNumber(e164)).isEqualTo(PhoneNumber.parse(e164));
    }

    @Test
    void documented_D11_acceptsTheNumberOfThePageWhichHasOneDigitTooFewForFrance() {
        assertThat(PhoneNumber.parse("+3300000000").e164()).isEqualTo("+3300000000");
    }

    @ParameterizedTest
    @CsvSource({
        "+1 (0)39980001, +139980001",
        "+33(0)39980001, +3339980001",
        "+353(0)39980001, +35339980001",
        "+3363(0)980001, +33630980001",
        "(0)+3363998000, ''"
    })
    void dropsAZeroInParenthesesOnlyWhereACountryCodeMayEnd(String spelling, String e164) {
        if (e164.isEmpty()) {
            assertThatThrownBy(() -> PhoneNumber.parse(spelling)).isInstanceOf(InvalidInputException.class);
        } else {
            assertThat(PhoneNumber.parse(spelling).e164()).isEqualTo(e164);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesEverythingElseAndSaysWhatIsWrongWhere(String text, String reason) {
        assertThatThrownBy(() -> PhoneNumber.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("not a phone number: " + reason);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("", "it is empty"),
                Arguments.of(" \t\n", "it is empty"),
                Arguments.of("+", "it has no digits"),
                Arguments.of("( - )", "it has no digits"),
                Arguments.of(
                        "0", "it begins with a single 0 like a national number; write + and the country code instead"),
                Arguments.of(
                        "06 39 98 00 01",
                        "it begins with a single 0 like a national number; write + and the country code instead"),
                Arguments.of("33639980001", "it begins with neither + nor 00, so its country is not known"),
                Arguments.of("+0639980001", "the first digit after + is 0, no country code begins so"),
                Arguments.of("+0033639980001", "the first digit after + is 0, no country code begins so"),
                Arguments.of("000639980001", "the first digit after 00 is 0, no country code begins so"),
                Arguments.of("00", "it has 0 digits, at least 7 are needed"),
                Arguments.of("+33 6399", "it has 6 digits, at least 7 are needed"),
                Arguments.of("00336399", "it has 6 digits, at least 7 are needed"),
                Arguments.of("+33 639 980 001 23456", "it has 16 digits, at most 15 are possible"),
                Arguments.of("++33639980001", plusAt(2)),
                Arguments.of("00+33639980001", plusAt(3)),
                Arguments.of("+33639980001+", plusAt(13)),
                Arguments.of("+33 6 39 98 00 O1", "'O' at character 16"),
                Arguments.of("tel:+33639980001", "'t' at character 1"),
                Arguments.of("+33639980001x12", "'x' at character 13"),
                Arguments.of("  +33 x", "'x' at character 7"),
                Arguments.of("+33639980001,+33639980002", "a ',' that separates two numbers at character 13"),
                Arguments.of("+33639980001; +33639980002", "a ';' that separates two numbers at character 13"),
                Arguments.of("+33639980001\n+33639980002", "U+000A LINE FEED (LF) at character 13"),
                Arguments.of("+33\u007F639980001", "U+007F DELETE at character 4"),
                Arguments.of("+33\uFF16", "U+FF16 FULLWIDTH DIGIT SIX at character 4"),
                Arguments.of("\uFF0B33639980001", "U+FF0B FULLWIDTH PLUS SIGN at character 1"),
                Arguments.of("+33\u0663", "U+0663 ARABIC-INDIC DIGIT THREE at character 4"),
                Arguments.of("+33 \uD83D\uDCDE", "U+1F4DE TELEPHONE RECEIVER at character 5"),
                Arguments.of("+33\u0378", "U+0378 at character 4"));
    }

    private static String plusAt(int position) {
        return "a plus at character " + position + ", only the first character of a number may be one";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "33639980001",
                "+336399",
                "+1234567890123456",
                "+0639980001",
                "+33 639980001",
                "+3363998000/"
            })
    void theConstructorTakesTheWireFormOnly(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a phone number in E.164 is a plus and 7 to 15 digits that do not begin with 0;"
                        + " PhoneNumber.parse reads other spellings");
    }

    @ParameterizedTest
    @CsvSource({"+33639980001, +33*******01", "+3363998, +33***98", "+123456789012345, +12***********45"})
    void printsItselfMasked(String e164, String masked) {
        assertThat(PhoneNumber.parse(e164)).hasToString(masked);
    }
}
