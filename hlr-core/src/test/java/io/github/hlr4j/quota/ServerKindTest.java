package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of server says to a client that knows no better than 360 at once: none of them is deaf. */
class ServerKindTest {

    @ParameterizedTest
    @CsvSource({
        // refused of 360 at 0 s, of 360 at 59 s, of 360 at 75 s
        "SLIDING_ON_ARRIVALS,   0, 360, 360",
        "SLIDING_ON_ACCEPTED,   0, 360,   0",
        "FIXED_MINUTE,          0, 360,   0",
        "BUCKET_OF_360,         0,   6, 264",
        "BUCKET_OF_60,        300, 300, 300",
        "WEIGHTED_MINUTES,      0, 360, 360",
        "SYMFONY,               0, 360, 270"
    })
    void refusesWhoAsksAllAtOnce(ServerKind kind, long first, long second, long third) {
        Limiter server = kind.start(0);

        assertThat(refusedOf360(server, 0)).isEqualTo(first);
        assertThat(refusedOf360(server, 59)).isEqualTo(second);
        assertThat(refusedOf360(server, 75)).isEqualTo(third);
    }

    /** After a full minute and a silence until the middle of the next, half of the first still counts. */
    @ParameterizedTest
    @CsvSource({"WEIGHTED_MINUTES", "SYMFONY"})
    void weighsTheMinuteBefore(ServerKind kind) {
        Limiter server = kind.start(0);
        refusedOf360(server, 0);

        assertThat(refusedOf360(server, 90)).isEqualTo(180);
        assertThat(refusedOf360(server, 300)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FIXED_MINUTE, 0, 0", "FIXED_MINUTE, 30, 360", "WEIGHTED_MINUTES, 0, 270", "WEIGHTED_MINUTES, 30, 360"})
    void countsFromItsOwnPhase(ServerKind kind, long phase, long refused) {
        Limiter server = kind.start(Duration.ofSeconds(phase).toNanos());
        refusedOf360(server, 31);

        assertThat(refusedOf360(server, 75)).isEqualTo(refused);
    }

    private static long refusedOf360(Limiter server, long second) {
        long now = Duration.ofSeconds(second).toNanos();
        return IntStream.range(0, 360).filter(i -> !server.accepts(now)).count();
    }
}
