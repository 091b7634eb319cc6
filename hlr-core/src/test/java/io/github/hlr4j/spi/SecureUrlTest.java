package io.github.hlr4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.InvalidInputException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example, https://api.example",
        "https://api.example/, https://api.example",
        "https://api.example/v1/, https://api.example/v1",
        "HTTPS://api.example:8443/v1, HTTPS://api.example:8443/v1",
        "http://127.0.0.1:8080/v1, http://127.0.0.1:8080/v1",
        "http://localhost/v1/, http://localhost/v1",
        "http://[::1]:8080/, http://[::1]:8080"
    })
    void givesAnAddressWithoutATrailingSlash(URI url, URI expected) {
        assertThat(SecureUrl.require(url, "the address")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1                      | the address begins with https:// and names a host",
                "https:/v1                | the address begins with https:// and names a host",
                "ftp://127.0.0.1/         | the address begins with https:// and names a host",
                "https://api_1.example/   | the address begins with https:// and names a host",
                "http://api.example/v1    | the address must be https: over http to api.example a secret would travel in the"
                        + " clear; http is for 127.0.0.1, [::1] and localhost",
                "http://127.0.0.1.example | the address must be https: over http to 127.0.0.1.example a secret would travel in"
                        + " the clear; http is for 127.0.0.1, [::1] and localhost",
                "https://me@api.example/  | the address has no user name, query or fragment",
                "https://api.example/?x=y | the address has no user name, query or fragment",
                "https://api.example/?    | the address has no user name, query or fragment",
                "https://api.example/#x   | the address has no user name, query or fragment"
            })
    void refusesAnAddressOverWhichASecretMustNotTravel(URI url, String message) {
        assertThatThrownBy(() -> SecureUrl.require(url, "the address"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
