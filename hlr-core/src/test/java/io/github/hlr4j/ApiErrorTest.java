package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorTest {

    @ParameterizedTest
    @CsvSource({
        "1, API_KEY_REQUIRED, true",
        "2, PHONE_NUMBER_REQUIRED, false",
        "3, NUMBERS_NOT_SEPARATED, false",
        "10, INVALID_API_KEY, true"
    })
    void documented_D10_knowsTheCodesOfThePage(int number, ApiErrorCode code, boolean concernsAccount) {
        assertCode(number, code, concernsAccount);
    }

    @ParameterizedTest
    @CsvSource({
        "11, INSUFFICIENT_CREDIT, true",
        "13, NO_PRICE, false",
        "14, NUMBER_ON_STOP_LIST, false",
        "19, COMMA_REQUIRED, false",
        "20, ACCOUNT_DISABLED, true",
        "30, ACCOUNT_BLOCKED, true",
        "40, ACCESS_DENIED, true",
        "50, TOO_MANY_NUMBERS, false",
        "55, NO_NUMBER, false",
        "90, MALFORMED_JSON, true",
        "96, IP_NOT_AUTHORISED, true"
    })
    void wider_W01_knowsTheCodesOfTheWiderPages(int number, ApiErrorCode code, boolean concernsAccount) {
        assertCode(number, code, concernsAccount);
    }

    private static void assertCode(int number, ApiErrorCode code, boolean concernsAccount) {
        assertThat(ApiErrorCode.of(number)).isEqualTo(code);
        assertThat(code.number()).hasValue(number);
        assertThat(code.concernsAccount()).isEqualTo(concernsAccount);
    }

    @Test
    void theTablesAboveNameEveryCodeButTheUnknownOne() {
        assertThat(ApiErrorCode.values()).hasSize(4 + 11 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, 200, 999, Integer.MAX_VALUE})
    void assumed_A09_aCodeThatNoPageNamesIsKept(int number) {
        ApiError error = ApiError.of(number, "Nouvelle erreur", 200);

        assertThat(error.reason()).isEqualTo(ApiErrorCode.UNKNOWN);
        assertThat(error.reason().number()).isEmpty();
        assertThat(error.reason().concernsAccount()).isFalse();
        assertThat(error.code()).hasValue(number);
        assertThat(error).hasToString(number + " UNKNOWN (Nouvelle erreur)");
    }

    @Test
    void documented_D08_keepsWhatTheServiceSaid() {
        ApiError error = ApiError.of(10, "Cl\u00E9 API incorrecte", 403);

        assertThat(error.message()).contains("Cl\u00E9 API incorrecte");
        assertThat(error.httpStatus()).isEqualTo(403);
        assertThat(error).hasToString("10 INVALID_API_KEY (Cl\u00E9 API incorrecte)");
    }

    @Test
    void printsACodeWithoutWordsAndAStatusWithoutCode() {
        assertThat(ApiError.of(2, null, 200)).hasToString("2 PHONE_NUMBER_REQUIRED");
        assertThat(ApiError.ofHttpStatus(403)).hasToString("HTTP status 403");
        assertThat(ApiError.ofHttpStatus(403).code()).isEmpty();
        assertThat(ApiError.ofHttpStatus(403).reason()).isEqualTo(ApiErrorCode.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STOP: +33639980001               | STOP: +*******",
                "STOP: 06 39 98 00 01, 0639980002 | STOP: *******, *******",
                "06.39.98.00.01 et 06-39-98-00-02 | ******* et *******",
                "le 2018-03-05 a 10:34            | le ******* a 10:34",
                "500 numeros                      | 500 numeros",
                "'un\r\n\tdeux'                   | un deux"
            })
    void masksWhateverMayBeAPhoneNumberAndKeepsToOneLine(String words, String printed) {
        assertThat(ApiError.of(14, words, 200)).hasToString("14 NUMBER_ON_STOP_LIST (" + printed + ")");
    }

    /** A regular expression that goes back and forth would need a stack of their depth. */
    @ParameterizedTest
    @ValueSource(strings = {"9", "9 ", "9 \u00A0-"})
    void masksDigitsHoweverManyThereAre(String digit) {
        ApiError error = ApiError.of(14, "a " + digit.repeat(20_000) + "b", 200);

        assertThat(error.toString())
                .startsWith("14 NUMBER_ON_STOP_LIST (a *******")
                .endsWith("b)")
                .hasSizeLessThan(50);
    }
}
