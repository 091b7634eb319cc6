package io.github.hlr4j.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.testkit.ManualClock;
import io.github.hlr4j.testkit.ManualTicker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of slots when processes die and clocks are set, which a quota in memory does not know. */
class SlotsTest {

    private static final Rate ONE_A_MINUTE = new Rate(1, Duration.ofMinutes(1));
    private static final Duration A_BIT = Duration.ofMillis(1);
    private static final Duration TAKING = Duration.ofMillis(16);

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at(Sample.NOW);
    private final ManualTicker ticker = ManualTicker.create();
    private Ledger ledger;
    private RequestQuota quota;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("books.db"), clock, ticker);
        quota = ledger.quota(ONE_A_MINUTE);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theSlotOfAProcessThatDiedFreesItself() throws InterruptedException {
        quota.acquire(Duration.ZERO);
        clock.advance(Duration.ofSeconds(120 + 91).minus(A_BIT));
        assertRefused();

        clock.advance(A_BIT);

        assertThat(quota.acquire(Duration.ZERO)).isNotNull();
    }

    @Test
    void whatAProcessThatDiedHadInFlightKeepsNobodyFromFlyingForLongerThanAnExchangeTakes()
            throws InterruptedException {
        RequestQuota wide = ledger.quota(new Rate(36_000, Duration.ofMinutes(1)));
        takeAllInFlight(wide);
        clock.advance(Duration.ofMinutes(2).minus(TAKING).minus(A_BIT));
        assertThatExceptionOfType(QuotaException.class).isThrownBy(() -> wide.acquire(Duration.ZERO));

        clock.advance(A_BIT);

        assertThat(wide.acquire(Duration.ZERO)).isNotNull();
    }

    @Test
    void whoeverSendsAloneKnowsAtOnceThatWhatIsInFlightIsNot() throws InterruptedException {
        ledger.plan(Sample.RUN, "account", Sample.plan(1, 1), Sample.NOW);
        takeAllInFlight(ledger.quota(new Rate(36_000, Duration.ofMinutes(1))));

        try (Ledger restarted = SqliteLedger.open(folder.resolve("books.db"), clock, ManualTicker.create())) {
            restarted.recover(Sample.RUN, Sample.NOW);

            assertThat(restarted.quota(new Rate(36_000, Duration.ofMinutes(1))).acquire(Duration.ZERO))
                    .isNotNull();
        }
    }

    private void takeAllInFlight(RequestQuota wide) throws InterruptedException {
        for (int i = 0; i < SlotQuota.DEFAULT_IN_FLIGHT; i++) {
            wide.acquire(Duration.ZERO);
            clock.advance(TAKING.dividedBy(SlotQuota.DEFAULT_IN_FLIGHT));
        }
    }

    @Test
    void aReleaseThatComesAfterItsSlotFreedItselfHoldsIt() throws InterruptedException {
        Permit permit = quota.acquire(Duration.ZERO);
        clock.advance(Duration.ofMinutes(10));

        permit.release(Usage.ANSWERED);

        assertRefused();
        clock.advance(Duration.ofSeconds(61));
        assertThat(quota.acquire(Duration.ZERO)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatWasSetBackHoldsNothingForLongerThanAHold(Usage usage) throws InterruptedException {
        quota.acquire(Duration.ZERO).release(usage);
        clock.advance(Duration.ofDays(-10));
        assertRefused();

        clock.advance(Duration.ofSeconds(91));

        assertThat(quota.acquire(Duration.ZERO)).isNotNull();
    }

    @Test
    void aClockThatWasSetBackKeepsTheSlotOfAProcessThatDiedForNoLongerThanItWouldBe() throws InterruptedException {
        quota.acquire(Duration.ZERO);
        clock.advance(Duration.ofDays(-10));
        assertRefused();

        clock.advance(Duration.ofSeconds(120 + 91));

        assertThat(quota.acquire(Duration.ZERO)).isNotNull();
    }

    @Test
    void whoIsRefusedLearnsWhenTheNextRequestLeaves() throws InterruptedException {
        RequestQuota documented = ledger.quota(Rate.DOCUMENTED);
        documented.acquire(Duration.ZERO).release(Usage.ANSWERED);

        assertThatExceptionOfType(QuotaException.class)
                .isThrownBy(() -> documented.acquire(Duration.ofMillis(169)))
                .withMessage("the quota lets the next request leave in 170 ms, the caller waits at most 169 ms");

        clock.advance(Duration.ofMillis(170));
        assertThat(documented.acquire(Duration.ZERO)).isNotNull();
    }

    @Test
    void aSlotThatIsHeldIsWaitedFor() throws InterruptedException {
        quota.acquire(Duration.ZERO).release(Usage.UNANSWERED);
        clock.advance(Duration.ofSeconds(1));

        assertThatExceptionOfType(QuotaException.class)
                .isThrownBy(() -> quota.acquire(Duration.ZERO))
                .withMessage("the quota lets the next request leave in 90000 ms, the caller waits at most 0 ms");
    }

    @Test
    void whoComesLaterWaitsForThoseAhead() throws Exception {
        RequestQuota documented = ledger.quota(Rate.DOCUMENTED);
        documented.acquire(Duration.ZERO);
        Thread ahead = new Thread(() -> {
            try {
                documented.acquire(Duration.ofHours(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ahead.start();
        ticker.awaitWaiters(1);

        assertThatExceptionOfType(QuotaException.class)
                .isThrownBy(() -> documented.acquire(Duration.ofMillis(339)))
                .withMessage("the quota lets the next request leave in 340 ms, the caller waits at most 339 ms");
        ahead.interrupt();
        ahead.join();
    }

    @Test
    void aReleaseThatCannotBeWrittenDoesNotThrow() throws InterruptedException {
        Permit permit = quota.acquire(Duration.ZERO);
        ledger.close();

        permit.release(Usage.ANSWERED);

        open();
        assertRefused();
    }

    private void assertRefused() {
        assertThatExceptionOfType(QuotaException.class).isThrownBy(() -> quota.acquire(Duration.ZERO));
    }
}
