package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostTest {

    private static final Duration CHEAP = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "0.005, 0.005 EUR",
        "0.0050, 0.005 EUR",
        "2.50, 2.5 EUR",
        "250, 250 EUR",
        "2.5E+2, 250 EUR",
        "0, 0 EUR",
        "0.000, 0 EUR",
        "0E+5, 0 EUR",
        "-0, 0 EUR",
        "0.000000000001, 0.000000000001 EUR",
        "12345678901234567890, 12345678901234567890 EUR",
        "99999999999999999999, 99999999999999999999 EUR",
        "1E+19, 10000000000000000000 EUR",
        "1E+20, 100000000000000000000 EUR",
        "0000000000000000000000000000000000000000000000000000000000000.50, 0.5 EUR"
    })
    void documented_D06_isExactAndPrintsPlainly(String amount, String printed) {
        assertThat(Cost.of(amount, "EUR")).hasToString(printed);
    }

    @Test
    void trailingZerosDoNotCount() {
        assertThat(Cost.of("0.50", "EUR"))
                .isEqualTo(Cost.of("0.5", "EUR"))
                .hasSameHashCodeAs(Cost.of("0.5", "EUR"))
                .isNotEqualTo(Cost.of("0.5", "USD"));
        assertThat(Cost.of("100", "EUR").amount().scale()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.005, a cost is not negative",
        "00000000000000000000000000000000000000000000000000000000000000.50, a cost has at most 20 digits and 12 decimals",
        "0.0000000000001, a cost has at most 20 digits and 12 decimals",
        "123456789012345678901, a cost has at most 20 digits and 12 decimals",
        "1E+21, a cost has at most 20 digits and 12 decimals",
        "1e999999999, a cost has at most 20 digits and 12 decimals",
        "1e-999999999, a cost has at most 20 digits and 12 decimals",
        "0e999999999, a cost has at most 20 digits and 12 decimals",
        "0e-999999999, a cost has at most 20 digits and 12 decimals",
        "-1e999999999, a cost is not negative",
        "1e9999999999, the amount of a cost is a decimal number such as 0.005",
        "'', the amount of a cost is a decimal number such as 0.005",
        "' 1', the amount of a cost is a decimal number such as 0.005",
        "'0,005', the amount of a cost is a decimal number such as 0.005",
        "0x10, the amount of a cost is a decimal number such as 0.005",
        "NaN, the amount of a cost is a decimal number such as 0.005"
    })
    void aHostileAmountIsRefusedAtOnce(String amount, String message) {
        assertTimeoutPreemptively(
                CHEAP,
                () -> assertThatThrownBy(() -> Cost.of(amount, "EUR"))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessage(message));
    }

    @Test
    void aMillionDigitsAreRefusedBeforeTheyAreConverted() {
        String digits = "9".repeat(1_000_000);

        assertTimeoutPreemptively(
                CHEAP,
                () -> assertThatThrownBy(() -> Cost.of(digits, "EUR"))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessage("a cost has at most 20 digits and 12 decimals"));
    }

    @Test
    void aHugeNumberIsRefusedBeforeItsDigitsAreCounted() {
        BigDecimal huge = new BigDecimal(BigInteger.ONE.shiftLeft(50_000_000));

        assertTimeoutPreemptively(
                CHEAP, () -> assertThatThrownBy(() -> Cost.of(huge, "EUR")).isInstanceOf(InvalidInputException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "eur", "EURO", " EUR", "\u20AC", "XYZ"})
    void theCurrencyIsAnIsoCode(String currency) {
        assertThatThrownBy(() -> Cost.of("1", currency))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the currency of a cost is an ISO 4217 code such as EUR");
    }
}
