package io.github.hlr4j.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HlrEvents;
import io.github.hlr4j.spi.RefusalCause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallbackCountersTest {

    private static final Correlation REQUEST = new Correlation(1, 2);

    private final CallbackCounters counters = new CallbackCounters();

    @Test
    void countsWhatIsTakenAndHowLongItTook() {
        counters.on(new HlrEvent.NotificationTaken(REQUEST, 3, 2, 1, Duration.ofMillis(4)));
        counters.on(new HlrEvent.NotificationTaken(REQUEST, 1, 0, 0, Duration.ofMillis(2)));

        assertThat(counters.accepted()).isEqualTo(4);
        assertThat(counters.duplicates()).isEqualTo(2);
        assertThat(counters.conflicts()).isEqualTo(1);
        assertThat(counters.acknowledged()).isEqualTo(2);
        assertThat(counters.totalTime()).isEqualTo(Duration.ofMillis(6));
        assertThat(counters.longestTime()).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void countsRefusalsByTheirCauseAndFailures() {
        counters.on(new HlrEvent.NotificationRefused(RefusalCause.TOKEN, 404, "no valid token", Optional.empty()));
        counters.on(new HlrEvent.NotificationRefused(RefusalCause.TOKEN, 404, "no valid token", Optional.empty()));
        counters.on(new HlrEvent.NotificationRefused(RefusalCause.PHONE, 400, "another phone", Optional.of(REQUEST)));
        counters.on(new HlrEvent.HandOverFailed(REQUEST, new HlrException("the database is away")));

        assertThat(counters.refused(RefusalCause.TOKEN)).isEqualTo(2);
        assertThat(counters.refused(RefusalCause.PHONE)).isEqualTo(1);
        assertThat(counters.refused(RefusalCause.SYNTAX)).isZero();
        assertThat(counters.failed()).isEqualTo(1);
        assertThat(counters)
                .hasToString(
                        "CallbackCounters[accepted=0, duplicates=0, conflicts=0, failed=1, refused={METHOD=0, TOKEN=2,"
                                + " SIZE=0, TYPE=0, DELIVERY=0, SYNTAX=0, PHONE=1, BREAKDOWN=0}]");
    }

    @Test
    void hearsOfEverythingBesideOthersThatThrow() {
        HlrEvents broken = event -> {
            throw new HlrException("broken");
        };

        assertThatExceptionOfType(HlrException.class)
                .isThrownBy(
                        () -> broken.and(counters).on(new HlrEvent.HandOverFailed(REQUEST, new HlrException("away"))));

        assertThat(counters.failed()).isEqualTo(1);
    }
}
