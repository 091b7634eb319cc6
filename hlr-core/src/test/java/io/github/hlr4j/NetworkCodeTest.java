package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCodeTest {

    @ParameterizedTest
    @CsvSource({
        "20801, 208, 01, FR",
        "20810, 208, 10, FR",
        "20815, 208, 15, FR",
        "20820, 208, 20, FR",
        "310260, 310, 260, US",
        "90101, 901, 01, "
    })
    void assumed_A10_isACountryCodeOfThreeDigitsAndANetworkCodeOfTwoOrThree(
            String digits, String mcc, String mnc, String country) {
        NetworkCode network = NetworkCode.parse(digits);

        assertThat(network).isEqualTo(new NetworkCode(mcc, mnc));
        assertThat(network.digits()).isEqualTo(digits);
        assertThat(network.country().orElse(null)).isEqualTo(country);
    }

    @Test
    void assumed_A10_aNetworkCodeOfTwoDigitsIsAnotherThanOneOfThree() {
        assertThat(NetworkCode.parse("20801")).isNotEqualTo(NetworkCode.parse("208001"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', a mobile country code has three digits",
        "20, a mobile country code has three digits",
        "2x815, a mobile country code has three digits",
        "\u0662\u0660\u066815, a mobile country code has three digits",
        "208, a mobile network code has two or three digits",
        "2081, a mobile network code has two or three digits",
        "2081512, a mobile network code has two or three digits",
        "2081x, a mobile network code has two or three digits",
        "208-15, a mobile network code has two or three digits"
    })
    void assumed_A10_refusesAnythingElse(String digits, String message) {
        assertThatThrownBy(() -> NetworkCode.parse(digits))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void theConstructorAsksForThreeDigitsOfCountryCode() {
        assertThatThrownBy(() -> new NetworkCode("2080", "1")).isInstanceOf(InvalidInputException.class);
    }
}
