package io.github.hlr4j.bulk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCountsTest {

    @ParameterizedTest
    @CsvSource({"0, 1110", "110, 1000", "1110, 0", "1111, 0"})
    void whatMayStillBeAnsweredIsMissing(long answered, long missing) {
        RunCounts.Tally tally = new RunCounts.Tally();
        tally.add(BatchState.ACCEPTED, 2, 1_000);
        tally.add(BatchState.UNCONFIRMED, 1, 100);
        tally.add(BatchState.INTENT, 1, 10);
        tally.add(BatchState.REJECTED, 1, 1);
        tally.add(BatchState.PLANNED, 1, 1);

        RunCounts counts = tally.with(answered, 0, MicroEuros.NONE, MicroEuros.NONE);

        assertThat(counts.missing()).isEqualTo(missing);
    }
}
