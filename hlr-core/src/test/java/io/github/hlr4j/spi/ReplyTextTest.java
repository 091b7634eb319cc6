package io.github.hlr4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "200, 200", "2147483647, 2147483647"})
    void aWholeNumberIsRead(String text, int number) {
        assertThat(ReplyText.integer("code", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "-1", "+1", "01", "1.0", "2e2", "2147483648", "4294967496", "99999999999", "٢"})
    void aWholeNumberIsNeverGuessed(String text) {
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> ReplyText.integer("code", text))
                .withMessage("code is not a whole number from 0 to 2147483647");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.005", "2.50", "12345678901234567890", "0.123456789012345678"})
    void anAmountIsReadToItsLastDigit(String text) {
        assertThat(ReplyText.decimal("cost", text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "5.", "-1", "1e3", "1,5", "00.5", "123456789012345678901", "NaN"})
    void anAmountIsNeverGuessed(String text) {
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> ReplyText.decimal("cost", text))
                .withMessage("cost is not a plain decimal number of at most 20 characters");
    }

    @Test
    void textIsUtf8OrRefused() {
        assertThat(ReplyText.utf8("Clé".getBytes(StandardCharsets.UTF_8))).isEqualTo("Clé");
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> ReplyText.utf8("Clé".getBytes(StandardCharsets.ISO_8859_1)))
                .withMessage("the body is not UTF-8");
    }
}
