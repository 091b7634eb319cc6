package io.github.hlr4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Cost;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "49900,              EUR, '49,900.00 EUR'",
        "92.5,               EUR, 92.50 EUR",
        "0.005,              EUR, 0.005 EUR",
        "0,                  EUR, 0.00 EUR",
        "12345678.123456789, EUR, '12,345,678.123456789 EUR'",
        "99999999999999.999999, EUR, '99,999,999,999,999.999999 EUR'",
        "1500,               JPY, '1,500 JPY'"
    })
    void moneyIsExact(String amount, String currency, String shown) {
        assertThat(plain(Figures.money(Cost.of(amount, currency)))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0,       10000000, 0.0 %",
        "1,       10000000, <0.1 %",
        "1000000, 10000000, 10.0 %",
        "9999999, 10000000, >99.9 %",
        "5,       5,        100.0 %",
        "0,       0,        0.0 %"
    })
    void aShareIsNeverNothingOrAllWhereItIsNot(long part, long whole, String shown) {
        assertThat(plain(Figures.share(part, whole))).isEqualTo(shown);
    }

    @Test
    void aTimeIsToldInItsZone() {
        assertThat(Figures.time(Instant.parse("2026-11-24T09:09:00Z").atZone(ZoneId.of("Europe/Paris"))))
                .hasToString("<time datetime=\"2026-11-24T10:09:00+01:00\">24 November 2026, 10:09 CET</time>");
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }
}
