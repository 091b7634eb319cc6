package io.github.hlr4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.Reachability;
import io.github.hlr4j.cli.report.ResultTally.Counted;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTallyTest {

    private final ResultTally tally = new ResultTally();

    @Test
    void countsByReachabilityAlsoWhatWasNotMet() {
        add(3, "NO_ERROR", "20801", "0");
        add(1, "EC_CALL_BARRED", "20801", "0");
        add(2, "EC_ABSENT_SUBSCRIBER", "20801", "0");
        add(1, "EC_ILLEGAL_EQUIPMENT", "20801", "0");

        assertThat(tally.total()).isEqualTo(7);
        assertThat(tally.byReachability())
                .containsExactly(
                        Map.entry(Reachability.REACHABLE, 3L),
                        Map.entry(Reachability.TEMPORARILY_UNREACHABLE, 3L),
                        Map.entry(Reachability.INVALID, 1L),
                        Map.entry(Reachability.UNKNOWN, 0L));
    }

    @Test
    void theMostFrequentStatusIsTheFirstAndEqualOnesKeepTheirOrder() {
        add(1, "EC_TIME_OUT", "", "");
        add(1, "EC_CALL_BARRED", "", "");
        add(2, "EC_UNKNOWN_SUBSCRIBER", "", "");

        assertThat(tally.byStatus())
                .containsExactly(
                        new Counted<>(HlrStatus.EC_UNKNOWN_SUBSCRIBER, 2),
                        new Counted<>(HlrStatus.EC_CALL_BARRED, 1),
                        new Counted<>(HlrStatus.EC_TIME_OUT, 1));
    }

    @Test
    void assumed_A10_aNetworkOfTwoDigitsIsAnotherThanOneOfThreeInTheSameCountry() {
        add(2, "NO_ERROR", "20801", "0");
        add(1, "NO_ERROR", "208001", "0");
        add(1, "EC_UNKNOWN_SUBSCRIBER", "", "");

        assertThat(tally.byNetwork())
                .containsExactly(
                        new Counted<>(Optional.of(NetworkCode.parse("20801")), 2),
                        new Counted<>(Optional.empty(), 1),
                        new Counted<>(Optional.of(NetworkCode.parse("208001")), 1));
        assertThat(tally.byCountry())
                .containsExactly(new Counted<>(Optional.of("FR"), 3), new Counted<>(Optional.empty(), 1));
    }

    @Test
    void whatDoesNotSayWhetherItWasPortedIsCountedApart() {
        add(2, "NO_ERROR", "20801", "1");
        add(3, "NO_ERROR", "20801", "0");
        add(1, "NO_ERROR", "20801", "");

        assertThat(tally.ported(Optional.of(true))).isEqualTo(2);
        assertThat(tally.ported(Optional.of(false))).isEqualTo(3);
        assertThat(tally.ported(Optional.empty())).isOne();
    }

    @Test
    void aSenderThatInventsNetworksFillsNoMemory() {
        for (int mnc = 0; mnc < 12_000; mnc++) {
            add(1, "NO_ERROR", "%06d".formatted(208_000 + mnc), "0");
        }

        assertThat(tally.byNetwork()).hasSizeLessThanOrEqualTo(10_001);
        assertThat(tally.byNetwork().stream().mapToLong(Counted::count).sum()).isEqualTo(12_000);
        assertThat(tally.byCountry()).contains(new Counted<>(Optional.of("FR"), 1_000));
    }

    private void add(int times, String status, String network, String ported) {
        for (int i = 0; i < times; i++) {
            tally.add(HlrNotification.fromFields(
                    Map.of("phone", "+33639980000", "errorName", status, "mccMnc", network, "ported", ported)));
        }
    }
}
