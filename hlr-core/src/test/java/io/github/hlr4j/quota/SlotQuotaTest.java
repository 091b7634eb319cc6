package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One caller and a time that passes while it waits. */
class SlotQuotaTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AutoTicker ticker = new AutoTicker();

    @Test
    void theFirstRequestLeavesAtOnce() throws InterruptedException {
        documented(8).acquire(Duration.ZERO);

        assertThat(ticker.elapsed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "360/60s, PT0.17S, PT61S, PT91S",
        "360/6s, PT0.017S, PT6.1S, PT9.1S",
        "60/60s, PT1.02S, PT61S, PT91S",
        "1/60s, PT1M1.2S, PT61S, PT91S",
        "6/600ms, PT0.102S, PT0.61S, PT0.91S",
        "1000/24h, PT1M28.128S, PT24H24M, PT36H24M"
    })
    void documented_D04_allTimesScaleWithTheRate(String rate, Duration pacing, Duration answered, Duration unanswered)
            throws InterruptedException {
        Rate parsed = Rate.parse(rate);
        assertThat(whenTheSlotsAreUsedUpBy(Usage.ANSWERED, parsed)).isEqualTo(max(answered, pacing));
        assertThat(whenTheSlotsAreUsedUpBy(Usage.UNANSWERED, parsed)).isEqualTo(unanswered);
        assertThat(whenTheSlotsAreUsedUpBy(Usage.NOT_SENT, parsed)).isEqualTo(pacing);
    }

    /** How long after the last of all slots was given back, at the moment it was taken, the next request leaves. */
    private Duration whenTheSlotsAreUsedUpBy(Usage usage, Rate rate) throws InterruptedException {
        SlotQuota quota = SlotQuota.builder()
                .rate(rate)
                .maxInFlight(rate.requests() + 1)
                .ticker(ticker)
                .build();
        List<Permit> permits = acquire(quota, rate.requests());
        permits.forEach(permit -> permit.release(usage));
        Duration before = ticker.elapsed();
        quota.acquire(Duration.ofDays(3));
        return ticker.elapsed().minus(before);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @Test
    void documented_D04_requestsLeave170MillisecondsApart() throws InterruptedException {
        SlotQuota quota = documented(8);

        for (int i = 0; i < 100; i++) {
            quota.acquire(LONG).release(Usage.ANSWERED);

            assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(170L * i));
        }
    }

    @Test
    void documented_D04_aSlotIsHeldFromItsAnswerAndNotFromItsStart() throws InterruptedException {
        SlotQuota quota = documented(400);
        List<Permit> permits = acquire(quota, 360);
        Duration lastStart = ticker.elapsed();
        ticker.pass(Duration.ofSeconds(20));
        permits.get(17).release(Usage.ANSWERED);
        ticker.pass(Duration.ofSeconds(1));
        permits.get(3).release(Usage.ANSWERED);

        quota.acquire(LONG);
        assertThat(ticker.elapsed().minus(lastStart)).isEqualTo(Duration.ofSeconds(20 + 61));
        quota.acquire(LONG);
        assertThat(ticker.elapsed().minus(lastStart)).isEqualTo(Duration.ofSeconds(21 + 61));
    }

    @Test
    void documented_D04_afterA429NothingLeavesFor61Seconds() throws InterruptedException {
        SlotQuota quota = documented(8);
        Permit first = quota.acquire(LONG);
        quota.acquire(LONG);
        first.release(Usage.THROTTLED);
        Duration throttled = ticker.elapsed();

        quota.acquire(LONG);
        assertThat(ticker.elapsed().minus(throttled)).isEqualTo(Duration.ofSeconds(61));
        quota.acquire(LONG);
        assertThat(ticker.elapsed().minus(throttled)).isEqualTo(Duration.ofMillis(61_170));
    }

    @Test
    void aRequestThatWasNotSentGivesItsSlotBack() throws InterruptedException {
        SlotQuota quota = documented(8);

        for (int i = 0; i < 1_000; i++) {
            quota.acquire(Duration.ofMillis(170)).release(Usage.NOT_SENT);
        }

        assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(170 * 999));
    }

    @Test
    void refusesAtOnceWhereTheWaitIsKnownToBeTooLong() throws InterruptedException {
        SlotQuota quota = documented(8);
        quota.acquire(LONG);
        ticker.pass(Duration.ofMillis(20));

        assertThatThrownBy(() -> quota.acquire(Duration.ofMillis(149)))
                .isInstanceOf(QuotaException.class)
                .hasMessage("the quota lets the next request leave in 150 ms, the caller waits at most 149 ms");
        assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(20));

        quota.acquire(Duration.ofMillis(150));
        assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(170));
    }

    @Test
    void refusesAtOnceAlsoWhereTheSlotsAreStillInFlight() throws InterruptedException {
        SlotQuota quota = documented(400);
        acquire(quota, 360);
        Duration before = ticker.elapsed();

        assertThatThrownBy(() -> quota.acquire(Duration.ofSeconds(60)))
                .isInstanceOf(QuotaException.class)
                .hasMessage("the quota lets the next request leave in 61000 ms, the caller waits at most 60000 ms");
        assertThat(ticker.elapsed()).isEqualTo(before);
    }

    @Test
    void atMostEightAreInFlight() throws InterruptedException {
        SlotQuota quota = SlotQuota.builder().ticker(ticker).build();
        List<Permit> permits = acquire(quota, 8);
        Duration before = ticker.elapsed();

        assertThatThrownBy(() -> quota.acquire(Duration.ofSeconds(5))).isInstanceOf(QuotaException.class);
        assertThat(ticker.elapsed().minus(before)).isEqualTo(Duration.ofSeconds(5));

        permits.get(4).release(Usage.ANSWERED);
        quota.acquire(Duration.ZERO);
        assertThatThrownBy(() -> quota.acquire(Duration.ZERO)).isInstanceOf(QuotaException.class);
    }

    @Test
    void aPermitCountsOnceHoweverOftenItIsReleased() throws InterruptedException {
        SlotQuota quota = documented(1);
        Permit permit = quota.acquire(LONG);
        permit.release(Usage.ANSWERED);
        permit.release(Usage.NOT_SENT);
        permit.release(Usage.THROTTLED);

        quota.acquire(LONG);
        assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(170));
        assertThatThrownBy(() -> quota.acquire(Duration.ofMinutes(1))).isInstanceOf(QuotaException.class);
    }

    @Test
    void aWaitOfCenturiesIsNoOverflow() throws InterruptedException {
        SlotQuota quota = documented(8);

        quota.acquire(Duration.ofSeconds(Long.MAX_VALUE)).release(Usage.ANSWERED);
        quota.acquire(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(170));
    }

    @Test
    void anInterruptBeforeOrDuringTheWaitTakesNothing() throws InterruptedException {
        SlotQuota quota = documented(8);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> quota.acquire(LONG)).isInstanceOf(InterruptedException.class);
        quota.acquire(Duration.ZERO);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> quota.acquire(LONG)).isInstanceOf(InterruptedException.class);
        quota.acquire(LONG);
        assertThat(ticker.elapsed()).isEqualTo(Duration.ofMillis(170));
    }

    @Test
    void refusesSettingsThatLetNothingThrough() {
        assertThatThrownBy(() -> SlotQuota.builder().maxInFlight(0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("at least one request must be allowed in flight");
    }

    private SlotQuota documented(int maxInFlight) {
        return SlotQuota.builder().maxInFlight(maxInFlight).ticker(ticker).build();
    }

    private static List<Permit> acquire(SlotQuota quota, int count) throws InterruptedException {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            permits.add(quota.acquire(Duration.ofDays(3)));
        }
        return permits;
    }
}
