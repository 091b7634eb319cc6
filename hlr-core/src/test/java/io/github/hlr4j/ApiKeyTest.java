package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"k", "fake-key-4711", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})
    void takesVisibleAscii(String value) {
        assertThat(ApiKey.of(value).reveal()).isEqualTo(value);
    }

    @Test
    void takesAtMost256Characters() {
        assertThat(ApiKey.of("k".repeat(256)).reveal()).hasSize(256);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatIsNoKeyWithoutRepeatingIt(String value, String message) {
        assertThatThrownBy(() -> ApiKey.of(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> refusals() {
        String blank =
                "the API key has a blank or unprintable character at %d; was it copied with something around it?";
        return Stream.of(
                Arguments.of("", "the API key is empty"),
                Arguments.of(" \t\n", "the API key is empty"),
                Arguments.of("k".repeat(257), "the API key has 257 characters, at most 256 are sane"),
                Arguments.of(" fake-key", blank.formatted(1)),
                Arguments.of("fake-key\n", blank.formatted(9)),
                Arguments.of("fake key", blank.formatted(5)),
                Arguments.of("fake\u007Fkey", blank.formatted(5)),
                Arguments.of("cl\u00E9", blank.formatted(3)));
    }

    @Test
    void equalsAKeyOfTheSameText() {
        ApiKey key = ApiKey.of("fake-key-4711");

        assertThat(key)
                .isEqualTo(ApiKey.of("fake-key-4711"))
                .hasSameHashCodeAs(ApiKey.of("fake-key-4711"))
                .isNotEqualTo(ApiKey.of("fake-key-4712"))
                .isNotEqualTo("fake-key-4711");
    }

    @Test
    void neverPrintsItself() {
        assertThat(ApiKey.of("fake-key-4711")).hasToString("ApiKey[hidden]");
    }
}
