package io.github.hlr4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberCountsTest {

    @Test
    void aMillionNumbersAreCountedEachOnItsOwn() {
        NumberCounts counts = new NumberCounts();
        long first = 33_639_980_000L;
        for (int i = 0; i < 1_000_000; i++) {
            counts.increment(first + i);
            if (i % 3 == 0) {
                counts.increment(first + i);
            }
        }

        for (int i = 0; i < 1_000_000; i++) {
            assertThat(counts.count(first + i)).isEqualTo(i % 3 == 0 ? 2 : 1);
        }
        assertThat(counts.count(first - 1)).isZero();
        assertThat(counts.count(first + 1_000_000)).isZero();
    }
}
