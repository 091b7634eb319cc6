package io.github.hlr4j.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final TakenResult ONE = new SampleResult(1).taken();
    private static final TakenResult TWO = new SampleResult(2).taken();
    private static final List<TakenResult> BOTH = List.of(ONE, TWO);

    @Test
    void whatIsKeptOnceAndWasHandedOverIsNotLost() {
        assertThat(Reckoning.of(BOTH, BOTH, BOTH)).isEqualTo(new Reckoning(2, 0, 0));
    }

    @Test
    void whatIsNotKeptIsLost() {
        assertThat(Reckoning.of(BOTH, List.of(TWO), BOTH)).isEqualTo(new Reckoning(2, 1, 0));
    }

    @Test
    void whatIsKeptWithAnotherFingerprintIsLost() {
        TakenResult other = new TakenResult(ONE.correlation(), ONE.phone(), TWO.fingerprint());

        assertThat(Reckoning.of(BOTH, List.of(other, TWO), BOTH)).isEqualTo(new Reckoning(2, 1, 0));
    }

    @Test
    void whatIsKeptTwiceCountsAsLost() {
        assertThat(Reckoning.of(BOTH, List.of(ONE, TWO, TWO), BOTH)).isEqualTo(new Reckoning(2, 1, 0));
    }

    @Test
    void whatWasNeverHandedOverIsLost() {
        assertThat(Reckoning.of(BOTH, BOTH, List.of(ONE))).isEqualTo(new Reckoning(2, 1, 0));
    }

    @Test
    void whatWasHandedOverTwiceIsCountedAndNotLost() {
        assertThat(Reckoning.of(BOTH, BOTH, List.of(ONE, TWO, ONE))).isEqualTo(new Reckoning(2, 0, 1));
    }

    @Test
    void whatWasNotAcknowledgedCannotBeLost() {
        assertThat(Reckoning.of(List.of(), List.of(), BOTH)).isEqualTo(new Reckoning(0, 0, 0));
    }
}
