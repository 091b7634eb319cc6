package io.github.hlr4j.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.InvalidInputException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackAddressesTest {

    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Correlation REQUEST = new Correlation(1, 2);

    private final CallbackKeys keys = CallbackKeys.create();

    @ParameterizedTest
    @CsvSource({
        "https://app.example/hlr, https://app.example/hlr/",
        "https://app.example/hlr/, https://app.example/hlr/",
        "https://app.example, https://app.example/",
        "https://app.example/, https://app.example/",
        "http://127.0.0.1:8080/a/b, http://127.0.0.1:8080/a/b/",
        "http://[::1]:8080, http://[::1]:8080/"
    })
    void assumed_A05_theTokenIsTheLastSegmentBelowThePublicUrl(URI publicUrl, String prefix) {
        String address = addresses(publicUrl, Duration.ofDays(7)).of(REQUEST).toString();

        assertThat(address).startsWith(prefix);
        String token = address.substring(prefix.length());
        assertThat(token).hasSize(53);
        assertThat(keys.verify(token, NOW)).contains(REQUEST);
    }

    @Test
    void isValidForAsLongAsSaid() {
        assertThat(addresses(URI.create("https://app.example"), Duration.ofSeconds(1))
                        .of(REQUEST))
                .isNotNull();
        String address = addresses(URI.create("https://app.example"), Duration.ofSeconds(90))
                .of(REQUEST)
                .toString();
        String token = address.substring(address.lastIndexOf('/') + 1);

        assertThat(keys.verify(token, NOW.plusSeconds(89))).contains(REQUEST);
        assertThat(keys.verify(token, NOW.plusSeconds(90))).isEmpty();
        assertThat(CallbackAddresses.DEFAULT_VALIDITY).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/hlr",
                "https://app.example/hlr?x=y",
                "https://app.example/hlr#x",
                "https://me@app.example",
                "/hlr",
                "ftp://app.example"
            })
    void refusesAPublicUrlThatCannotCarryASecret(URI publicUrl) {
        assertThatThrownBy(() -> addresses(publicUrl, Duration.ofDays(7)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("the public URL ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1S"})
    void refusesAValidityOfLessThanASecond(Duration validity) {
        assertThatThrownBy(() -> addresses(URI.create("https://app.example"), validity))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a callback address is valid for at least a second");
    }

    private CallbackAddresses addresses(URI publicUrl, Duration validity) {
        return CallbackAddresses.of(publicUrl, keys, validity, CLOCK);
    }
}
