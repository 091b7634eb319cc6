package io.github.hlr4j.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.faults.FaultRuns.Figures;
import io.github.hlr4j.testkit.FaultKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A little of what {@code bin/fault-runs} does at length. */
class FaultRunsTest {

    /** Far more than the promise, so that a busy machine is not taken for a call that hangs. */
    private static final Duration TOO_LATE = Duration.ofSeconds(5);

    @Test
    void noRandomFaultMakesACallLieHangOrSendAgain() {
        try (FaultRuns runs = new FaultRuns(8, 1, List.of(FaultKind.values()))) {
            Figures figures = runs.run(600);

            assertThat(figures.complaints()).isEmpty();
            assertThat(figures.latest()).isLessThan(TOO_LATE);
            assertThat(figures.outcomes())
                    .containsOnlyKeys("Accepted", "NotSent", "Rejected", "Throttled", "Unconfirmed");
        }
    }
}
