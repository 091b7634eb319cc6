package io.github.hlr4j.bulk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.Cost;
import io.github.hlr4j.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicroEurosTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.005, 5000", "2.5, 2500000", "0.000001, 1", "9000000000, 9000000000000000"})
    void aCostIsTakenOverExactly(String amount, long value) {
        MicroEuros money = MicroEuros.of(Cost.of(amount, "EUR"));

        assertThat(money.value()).isEqualTo(value);
        assertThat(money.toCost()).isEqualTo(Cost.of(amount, "EUR"));
        assertThat(money).hasToString(Cost.of(amount, "EUR").toString());
    }

    @ParameterizedTest
    @CsvSource({"0.0000001, EUR", "0.005, USD", "99999999999999999999, EUR"})
    void whatCannotBeCountedIsRefused(String amount, String currency) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> MicroEuros.of(Cost.of(amount, currency)));
    }

    @Test
    void moneyIsNeverNegativeAndNeverWrapsRound() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new MicroEuros(-1));
        MicroEuros most = new MicroEuros(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(new MicroEuros(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
    }

    @ParameterizedTest
    @CsvSource({"20000, 10000, 2, true", "19999, 10000, 2, false", "10000, 0, 2, true", "9999, 0, 2, false"})
    void anIntentAffordsWhatTheCapAllowsToTheMillionth(long cap, long committed, int size, boolean affords) {
        Intent intent = new Intent(
                new Correlation(1, 1),
                MicroEuros.DOCUMENTED_PRICE,
                Optional.of(new MicroEuros(cap)),
                Instant.EPOCH,
                Duration.ofMinutes(1));

        assertThat(intent.affords(new MicroEuros(committed), size)).isEqualTo(affords);
    }
}
