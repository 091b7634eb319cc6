package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void documented_D04_is360RequestsAMinuteUnlessSaidOtherwise() {
        assertThat(Rate.DOCUMENTED).isEqualTo(new Rate(360, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "360/60s, 360, PT1M",
        "360/1m, 360, PT1M",
        "360/6s, 360, PT6S",
        "1/1ms, 1, PT0.001S",
        "1000000/24h, 1000000, PT24H",
        "7/86400000ms, 7, PT24H",
        "0360/060s, 360, PT1M"
    })
    void readsRequestsASlashAndAWindow(String text, int requests, Duration window) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(requests, window));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "360",
                "360/",
                "/60s",
                "360/60",
                "360/s",
                "360/60 s",
                " 360/60s",
                "360/60s ",
                "360/60S",
                "360/1d",
                "-1/1s",
                "1/-1s",
                "1.5/1s",
                "1/1.5s",
                "10000000000/1s",
                "1/10000000000s",
                "360/60s/1",
                "\u0663/1s"
            })
    void refusesEveryOtherText(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a rate is requests, a slash and a window, for example 360/60s");
    }

    @ParameterizedTest
    @CsvSource({
        "0/1s, 'a rate is 1 to 1000000 requests, not 0'",
        "1000001/1s, 'a rate is 1 to 1000000 requests, not 1000001'",
        "9999999/1s, 'a rate is 1 to 1000000 requests, not 9999999'",
        "1/0s, the window of a rate is 1 millisecond to 1 day long",
        "1/25h, the window of a rate is 1 millisecond to 1 day long",
        "1/86401s, the window of a rate is 1 millisecond to 1 day long",
        "1/999999999h, the window of a rate is 1 millisecond to 1 day long"
    })
    void refusesARateOutOfRange(String text, String message) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
