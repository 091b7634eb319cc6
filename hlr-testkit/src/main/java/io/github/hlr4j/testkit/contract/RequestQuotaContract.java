package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.spi.Ticker;
import io.github.hlr4j.testkit.ManualTicker;
import io.github.hlr4j.testkit.contract.Callers.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link RequestQuota} holds: the rate in any window (D04), the order of callers, and what each usage means.
 *
 * <p>Subclass it in the tests of a quota and implement {@link #quota}.
 */
@Timeout(60)
public abstract class RequestQuotaContract {

    private static final Rate FOUR_A_MINUTE = new Rate(4, Duration.ofMinutes(1));
    private static final Rate ONE_A_MINUTE = new Rate(1, Duration.ofMinutes(1));
    private static final Duration WINDOW = FOUR_A_MINUTE.window();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_IN_FLIGHT = 8;

    /** Short enough for the quota, and not the answers, to hold the requests back. */
    private static final int LONGEST_ANSWER_MILLIS = 400;

    private final ManualTicker passing = ManualTicker.advancingItself();
    private final ManualTicker standing = ManualTicker.create();
    private final Callers callers = new Callers(standing);

    /** Creates the suite. */
    protected RequestQuotaContract() {}

    /**
     * Creates a quota of which nothing was used yet.
     *
     * @param rate what the service allows
     * @param ticker its only source of time; waiting goes through {@link Ticker#await}
     * @return a new quota
     */
    protected abstract RequestQuota quota(Rate rate, Ticker ticker);

    @AfterEach
    void dismissCallers() {
        callers.dismiss();
    }

    @Test
    void documented_D04_requestsAnsweredAtOnceNeverExceedTheRateInAnyWindow() throws InterruptedException {
        Rate rate = new Rate(30, Duration.ofSeconds(10));
        RequestQuota quota = quota(rate, passing);
        List<Long> starts = new ArrayList<>();

        for (int i = 0; i < rate.requests() * 5; i++) {
            Permit permit = quota.acquire(HOUR);
            starts.add(passing.nanos());
            permit.release(Usage.ANSWERED);
        }

        assertApartByWindow(rate, starts, starts);
    }

    @Test
    void documented_D04_requestsThatComeInBurstsNeverExceedTheRateInAnyWindow() throws InterruptedException {
        Rate rate = new Rate(30, Duration.ofSeconds(10));
        RequestQuota quota = quota(rate, passing);
        Random random = new Random(30);
        List<Long> starts = new ArrayList<>();

        for (int burst = 0; burst < 20; burst++) {
            for (int left = 1 + random.nextInt(rate.requests() * 2); left > 0; left--) {
                Permit permit = quota.acquire(HOUR);
                starts.add(passing.nanos());
                permit.release(Usage.ANSWERED);
            }
            passing.advance(Duration.ofMillis(random.nextInt(10_000)));
        }

        assertApartByWindow(rate, starts, starts);
    }

    @Test
    void documented_D04_ofCallersAtTheSameMomentOneGetsTheOnlySlot() {
        for (int round = 0; round < 20; round++) {
            RequestQuota quota = quota(ONE_A_MINUTE, standing);

            List<Caller> crowd = callers.together(8, quota, Duration.ZERO);

            assertThat(answersTo(crowd)).succeedsWithin(PATIENCE);
            assertThat(crowd)
                    .filteredOn(caller -> !caller.isCompletedExceptionally())
                    .hasSize(1);
        }
    }

    @Test
    void documented_D04_aSlotIsReusedAWindowAfterItsAnswerHoweverLateThatComes() throws InterruptedException {
        assertSlotsRestAfter(Usage.ANSWERED);
    }

    @Test
    void documented_D04_aSlotIsReusedAWindowAfterItsRequestWasGivenUp() throws InterruptedException {
        assertSlotsRestAfter(Usage.UNANSWERED);
    }

    @Test
    void theRateIsUsedAndNotMerelyKept() throws InterruptedException {
        Rate rate = new Rate(60, Duration.ofSeconds(60));
        RequestQuota quota = quota(rate, passing);

        for (int i = 0; i < rate.requests(); i++) {
            quota.acquire(HOUR).release(Usage.ANSWERED);
        }

        assertThat(Duration.ofNanos(passing.nanos())).isLessThan(rate.window().multipliedBy(2));
    }

    @Test
    void aFirstPermitIsGivenWithoutWaiting() throws InterruptedException {
        RequestQuota quota = quota(Rate.DOCUMENTED, standing);

        quota.acquire(Duration.ZERO).release(Usage.ANSWERED);

        assertThat(standing.nanos()).isZero();
    }

    @Test
    void aPermitThatIsNotFreeNowIsRefusedToACallerWhoDoesNotWait() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        takeEverySlot(quota);

        assertRefused(quota, Duration.ZERO);
    }

    @Test
    void aWaitThatIsKnownToBeTooLongIsRefusedAtOnce() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        List<Permit> permits = takeEverySlot(quota);
        permits.forEach(permit -> permit.release(Usage.ANSWERED));
        long before = passing.nanos();

        assertRefused(quota, WINDOW.dividedBy(2));

        assertThat(passing.nanos()).isEqualTo(before);
    }

    @Test
    void aWaitThatTurnsOutToBeTooLongEndsWhenItsTimeIsOver() throws InterruptedException {
        RequestQuota quota = quota(Rate.DOCUMENTED, standing);
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            permits.add(quota.acquire(Duration.ZERO));
            standing.advance(Duration.ofSeconds(1));
        }
        Caller ninth = callers.oneWhoWaits(quota, Duration.ofSeconds(5));

        standing.advance(Duration.ofSeconds(6));

        assertThat(ninth).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(QuotaException.class);
        assertThat(permits).hasSize(MAX_IN_FLIGHT);
    }

    @Test
    void atMostEightRequestsAreInFlightAndAnAnswerMakesRoom() throws InterruptedException {
        RequestQuota quota = quota(Rate.DOCUMENTED, passing);
        Permit first = quota.acquire(HOUR);
        for (int i = 1; i < MAX_IN_FLIGHT; i++) {
            quota.acquire(HOUR);
        }
        assertRefused(quota, Duration.ofSeconds(5));

        first.release(Usage.ANSWERED);

        assertThat(quota.acquire(Duration.ofSeconds(5))).isNotNull();
    }

    @Test
    void aRequestThatWasNotSentGivesItsSlotBackAtOnce() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        takeEverySlot(quota).get(0).release(Usage.NOT_SENT);

        assertThat(quota.acquire(WINDOW.dividedBy(2))).isNotNull();
    }

    @Test
    void aRequestThatWasAnsweredKeepsItsSlot() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        takeEverySlot(quota).get(0).release(Usage.ANSWERED);

        assertRefused(quota, WINDOW.dividedBy(2));
        assertThat(quota.acquire(WINDOW.multipliedBy(2))).isNotNull();
    }

    @Test
    void documented_D04_a429HoldsEverySlotForAWindow() throws InterruptedException {
        Rate rate = new Rate(10, Duration.ofMinutes(1));
        RequestQuota quota = quota(rate, passing);
        quota.acquire(HOUR).release(Usage.THROTTLED);
        long throttled = passing.nanos();

        assertRefused(quota, rate.window());
        quota.acquire(HOUR).release(Usage.ANSWERED);

        assertThat(passing.nanos() - throttled)
                .isGreaterThanOrEqualTo(rate.window().toNanos());
    }

    @Test
    void aPermitIsReleasedOnceAndFurtherReleasesAreIgnored() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        Permit first = takeEverySlot(quota).get(0);
        first.release(Usage.NOT_SENT);
        first.release(Usage.NOT_SENT);

        assertThat(quota.acquire(WINDOW.dividedBy(2))).isNotNull();
        assertRefused(quota, WINDOW.dividedBy(2));
    }

    @Test
    void aPermitMayBeReleasedByAnotherThread() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        Permit first = takeEverySlot(quota).get(0);

        CompletableFuture.runAsync(() -> first.release(Usage.NOT_SENT)).join();

        assertThat(quota.acquire(WINDOW.dividedBy(2))).isNotNull();
    }

    @Test
    void callersGetTheirPermitsInTheOrderInWhichTheyCame() throws InterruptedException {
        RequestQuota quota = quota(ONE_A_MINUTE, standing);
        quota.acquire(Duration.ZERO).release(Usage.ANSWERED);
        List<Caller> inTheirOrder = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            inTheirOrder.add(callers.oneWhoWaits(quota, HOUR));
        }

        while (!inTheirOrder.isEmpty()) {
            standing.advance(WINDOW.multipliedBy(2));
            assertThat(CompletableFuture.anyOf(inTheirOrder.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(PATIENCE);
            Caller first = inTheirOrder.remove(0);
            assertThat(inTheirOrder).as("those who came later").noneMatch(CompletableFuture::isDone);
            first.join().release(Usage.ANSWERED);
        }
    }

    @Test
    void anInterruptedCallerHoldsNoPermitAndDelaysNobody() throws InterruptedException {
        RequestQuota quota = quota(ONE_A_MINUTE, standing);
        quota.acquire(Duration.ZERO).release(Usage.ANSWERED);
        Caller first = callers.oneWhoWaits(quota, HOUR);
        Caller second = callers.oneWhoWaits(quota, HOUR);

        first.interrupt();
        assertThat(first).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(InterruptedException.class);
        standing.advance(WINDOW.multipliedBy(2));

        assertThat(second).succeedsWithin(PATIENCE).isNotNull();
    }

    @Test
    void aCallerWhoseThreadIsInterruptedAlreadyGetsNoPermit() throws InterruptedException {
        RequestQuota quota = quota(FOUR_A_MINUTE, passing);
        takeEverySlot(quota);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> quota.acquire(HOUR));
    }

    private void assertSlotsRestAfter(Usage usage) throws InterruptedException {
        Rate rate = new Rate(20, Duration.ofSeconds(10));
        RequestQuota quota = quota(rate, passing);
        Random random = new Random(20);
        List<Long> starts = new ArrayList<>();
        List<Long> ends = new ArrayList<>();

        for (int i = 0; i < rate.requests() * 5; i++) {
            Permit permit = quota.acquire(HOUR);
            starts.add(passing.nanos());
            passing.advance(Duration.ofMillis(random.nextInt(LONGEST_ANSWER_MILLIS)));
            ends.add(passing.nanos());
            permit.release(usage);
        }

        assertApartByWindow(rate, ends, starts);
    }

    private static void assertApartByWindow(Rate rate, List<Long> earlier, List<Long> later) {
        for (int i = 0; i + rate.requests() < later.size(); i++) {
            long apart = later.get(i + rate.requests()) - earlier.get(i);
            assertThat(Duration.ofNanos(apart))
                    .as("from request %s to the start of request %s", i, i + rate.requests())
                    .isGreaterThanOrEqualTo(rate.window());
        }
    }

    private static CompletableFuture<Boolean> answersTo(List<Caller> callers) {
        return CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new))
                .handle((permits, refusal) -> true);
    }

    private static List<Permit> takeEverySlot(RequestQuota quota) throws InterruptedException {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < FOUR_A_MINUTE.requests(); i++) {
            permits.add(quota.acquire(HOUR));
        }
        return permits;
    }

    private static void assertRefused(RequestQuota quota, Duration longestWait) {
        assertThatExceptionOfType(QuotaException.class).isThrownBy(() -> quota.acquire(longestWait));
    }
}
