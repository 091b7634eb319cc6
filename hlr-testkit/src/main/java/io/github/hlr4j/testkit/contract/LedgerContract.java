package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.bulk.spi.BatchState.ACCEPTED;
import static io.github.hlr4j.bulk.spi.BatchState.INTENT;
import static io.github.hlr4j.bulk.spi.BatchState.NOT_SENT;
import static io.github.hlr4j.bulk.spi.BatchState.PLANNED;
import static io.github.hlr4j.bulk.spi.BatchState.PRESUMED_NOT_ACCEPTED;
import static io.github.hlr4j.bulk.spi.BatchState.REJECTED;
import static io.github.hlr4j.bulk.spi.BatchState.UNCONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Ledger} must do: keep a plan whole or not at all, give each batch to one sender, never let a run pass its
 * cap, move states and money together, and keep each number's first result.
 *
 * <pre>{@code
 * class MyLedgerContractTest extends LedgerContract {
 *     @Override
 *     protected Ledger ledger() {
 *         return MyLedger.open(...);
 *     }
 * }
 * }</pre>
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class LedgerContract extends LedgerFixture {

    private static final Set<BatchState> EVERY_STATE = Set.of(BatchState.values());
    private static final long COST_OF_TWO = 10_000;

    /** For subclasses; the engine makes one instance for each test. */
    protected LedgerContract() {}

    /**
     * Creates the ledger under test.
     *
     * @return a ledger without runs; closed after each test
     * @throws Exception if it cannot be created
     */
    @Override
    protected abstract Ledger ledger() throws Exception;

    /**
     * Opens the same books as another process would after this one was killed, long enough after for every lease to be over.
     *
     * @return the other ledger, which the test closes; by default none, for a ledger that dies with its process
     * @throws Exception if it cannot be opened
     */
    protected Optional<Ledger> afterCrash() throws Exception {
        return Optional.empty();
    }

    @Test
    final void aRunIsFoundAsItWasPlanned() {
        assertThat(opened().run(RUN)).isEmpty();

        RunRecord planned = plan(3, 2);

        assertThat(planned.name()).isEqualTo(RUN);
        assertThat(planned.account()).isEqualTo(ACCOUNT);
        assertThat(planned.batches()).isEqualTo(3);
        assertThat(planned.price()).isEmpty();
        assertThat(planned.facts()).isEqualTo(planOf(batches(3, 2)).facts());
        assertThat(planned.plannedAt()).isBetween(NOW.minusMillis(1), NOW.plusMillis(1));
        assertThat(opened().run(RUN)).contains(planned);
        assertThat(opened().counts(RUN).batches(PLANNED)).isEqualTo(3);
        assertThat(opened().counts(RUN).numbers(PLANNED)).isEqualTo(6);
    }

    @Test
    final void aPlanThatBreaksOffLeavesNothing() {
        assertThatExceptionOfType(HlrException.class)
                .isThrownBy(() -> opened().plan(RUN, ACCOUNT, breakingOff(batches(3, 2)), NOW))
                .withMessage("no number");

        assertThat(opened().run(RUN)).isEmpty();
        assertThat(plan(2, 2).batches()).isEqualTo(2);
        assertThat(opened().counts(RUN).batches(PLANNED)).isEqualTo(2);
    }

    @Test
    final void aNameHasOneRun() {
        plan(1, 2);

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> plan(5, 2));
        assertThat(opened().counts(RUN).batches(PLANNED)).isEqualTo(1);
    }

    @Test
    final void aRunThatDoesNotExistIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> opened().counts(RUN));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(this::claim);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> opened().recover(RUN, NOW));
    }

    @Test
    final void aRunWithoutNumbersHasNothingToClaim() {
        plan(0, 0);

        assertThat(opened().claim(RUN, intent(Optional.empty()))).isInstanceOf(Claim.NothingLeft.class);
    }

    @Test
    final void batchesAreClaimedOnceAndInTheOrderOfThePlan() {
        plan(3, 2);

        List<List<PhoneNumber>> claimed = Stream.generate(this::claim)
                .limit(3)
                .map(Claim.Granted::numbers)
                .toList();

        assertThat(claimed).isEqualTo(batches(3, 2));
        assertThat(opened().claim(RUN, intent(Optional.empty()))).isInstanceOf(Claim.NothingLeft.class);
    }

    @Test
    final void aClaimIsAnIntentAndItsWorstCostIsAtRisk() {
        plan(2, 3);

        Attempt attempt = claim().attempt();

        assertThat(attempt.state()).isEqualTo(INTENT);
        assertThat(attempt.batch()).isEqualTo(1);
        assertThat(attempt.ordinal()).isEqualTo(1);
        assertThat(attempt.size()).isEqualTo(3);
        assertThat(opened().attempts(RUN, Set.of(INTENT))).containsExactly(attempt);
        assertMoney(0, 15_000);
        assertThat(opened().counts(RUN).batches(INTENT)).isEqualTo(1);
        assertThat(opened().counts(RUN).batches(PLANNED)).isEqualTo(1);
    }

    @Test
    final void ofSendersAtTheSameMomentEachGetsAnotherBatch() throws Exception {
        plan(40, 1);

        List<List<Integer>> claimed = Crowd.each(thread -> Stream.generate(this::claim)
                .limit(5)
                .map(claim -> claim.attempt().batch())
                .toList());

        assertThat(claimed.stream().flatMap(List::stream)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    final void theCapIsReachedToTheMillionth() {
        plan(3, 2);

        assertThat(claimBelow(2 * COST_OF_TWO)).isInstanceOf(Claim.Granted.class);
        assertThat(claimBelow(2 * COST_OF_TWO - 1))
                .isEqualTo(new Claim.CapReached(new MicroEuros(COST_OF_TWO), new MicroEuros(COST_OF_TWO)));
        assertThat(claimBelow(2 * COST_OF_TWO)).isInstanceOf(Claim.Granted.class);
        assertThat(claimBelow(2 * COST_OF_TWO)).isInstanceOf(Claim.CapReached.class);
        assertMoney(0, 2 * COST_OF_TWO);
    }

    @Test
    final void sendersAtTheSameMomentDoNotPassTheCap() throws Exception {
        plan(40, 2);

        List<List<Claim>> claims = Crowd.each(thread ->
                Stream.generate(() -> claimBelow(10 * COST_OF_TWO)).limit(5).toList());

        assertThat(claims.stream().flatMap(List::stream).filter(Claim.Granted.class::isInstance))
                .hasSize(10);
        assertMoney(0, 10 * COST_OF_TWO);
    }

    @Test
    final void whatAnAcceptedBatchCostIsSpent() {
        plan(1, 2);

        settle(claim(), accepted(9_000));

        assertMoney(9_000, 0);
        assertThat(opened().attempts(RUN, Set.of(ACCEPTED)))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.campaign()).contains(CAMPAIGN));
    }

    @Test
    final void whatWasNotAcceptedCostsNothing() {
        plan(2, 2);

        for (BatchState state : List.of(REJECTED, NOT_SENT)) {
            settled(state);

            assertThat(opened().attempts(RUN, Set.of(state)))
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.reason()).contains("because of a test"));
        }
        assertMoney(0, 0);
    }

    @Test
    final void anUnconfirmedBatchStaysAtRisk() {
        plan(2, 2);

        settled(UNCONFIRMED);

        assertMoney(0, COST_OF_TWO);
        assertThat(claimBelow(2 * COST_OF_TWO - 1)).isInstanceOf(Claim.CapReached.class);
    }

    @Test
    final void aRefusalIsKeptWithItsReason() {
        plan(1, 2);
        settle(
                claim(),
                new Settlement(
                        REJECTED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ApiErrorCode.INSUFFICIENT_CREDIT),
                        Optional.of("11")));

        assertThat(opened().attempts(RUN, Set.of(REJECTED)))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.refusal()).contains(ApiErrorCode.INSUFFICIENT_CREDIT));
    }

    @Test
    final void theFirstAcceptedBatchTeachesThePrice() {
        plan(3, 2);

        settled(REJECTED);
        assertThat(price()).isEmpty();
        settle(claim(), accepted(8_000));
        assertThat(price()).contains(new MicroEuros(4_000));
        settle(claim(), accepted(10_000));
        assertThat(price()).contains(new MicroEuros(4_000));
    }

    @Test
    final void whatHasEndedDoesNotEndAgain() {
        plan(1, 2);
        Claim.Granted claim = settled(ACCEPTED);

        assertThatExceptionOfType(HlrException.class).isThrownBy(() -> settle(claim, end(REJECTED)));
        assertMoney(COST_OF_TWO, 0);
    }

    @Test
    final void assumed_A06_anAnswerBeforeTheReplyProvesAcceptanceWhateverTheReplyIs() {
        plan(1, 2);
        Claim.Granted claim = claim();

        take(claim, result(phone(0), "NO_ERROR"));
        assertThat(opened().counts(RUN).batches(INTENT)).isEqualTo(1);
        settle(claim, end(UNCONFIRMED));

        assertThat(opened().counts(RUN).batches(ACCEPTED)).isEqualTo(1);
        assertMoney(COST_OF_TWO, 0);
    }

    @Test
    final void assumed_A07_anAnswerProvesAcceptanceWhateverWasKnown() {
        plan(3, 2);

        for (BatchState state : List.of(REJECTED, NOT_SENT, UNCONFIRMED)) {
            Claim.Granted claim = settled(state);

            Taken taken = take(claim, result(claim.numbers().get(0), "NO_ERROR"));

            assertThat(taken.attempt().state()).as("after %s", state).isEqualTo(ACCEPTED);
            assertThat(taken.paidTwice()).isFalse();
        }
        assertThat(opened().counts(RUN).batches(ACCEPTED)).isEqualTo(3);
        assertMoney(3 * COST_OF_TWO, 0);
    }

    @Test
    final void whatNobodyHearsOfIsPresumedNotAcceptedUntilItIsHeardOf() {
        plan(1, 2);
        Claim.Granted claim = settled(UNCONFIRMED);

        assertThat(opened().presumeNotAccepted(RUN, NOW)).isZero();
        assertThat(opened().presumeNotAccepted(RUN, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(opened().counts(RUN).batches(PRESUMED_NOT_ACCEPTED)).isEqualTo(1);
        assertMoney(0, 0);

        take(claim, result(phone(0), "NO_ERROR"));
        assertThat(opened().counts(RUN).batches(ACCEPTED)).isEqualTo(1);
        assertMoney(COST_OF_TWO, 0);
    }

    @Test
    final void onlyWhatIsUnconfirmedIsPresumedNotAccepted() {
        plan(4, 1);
        settled(ACCEPTED);
        settled(REJECTED);
        claim();

        assertThat(opened().presumeNotAccepted(RUN, NOW.plus(Duration.ofDays(1))))
                .isZero();
    }

    @Test
    final void aBatchIsAttemptedAgainUnderAnotherAddress() {
        plan(3, 2);

        for (BatchState state : List.of(REJECTED, NOT_SENT, UNCONFIRMED)) {
            Claim.Granted first = settled(state);

            Claim.Granted second = granted(claimAgain(first));

            assertThat(second.numbers()).isEqualTo(first.numbers());
            assertThat(second.attempt().batch()).isEqualTo(first.attempt().batch());
            assertThat(second.attempt().ordinal()).isEqualTo(2);
            assertThat(opened().attempts(RUN, EVERY_STATE))
                    .contains(second.attempt())
                    .doesNotContain(first.attempt());
        }
        assertMoney(0, 4 * COST_OF_TWO);
    }

    @Test
    final void whatIsUnderwayAcceptedOrReplacedIsNotAttemptedAgain() {
        plan(3, 2);
        Claim.Granted underway = claim();
        Claim.Granted accepted = settled(ACCEPTED);
        Claim.Granted replaced = settled(NOT_SENT);
        granted(claimAgain(replaced));

        assertThat(claimAgain(underway)).isInstanceOf(Claim.NothingLeft.class);
        assertThat(claimAgain(accepted)).isInstanceOf(Claim.NothingLeft.class);
        assertThat(claimAgain(replaced)).isInstanceOf(Claim.NothingLeft.class);
    }

    @Test
    final void attemptingAgainDoesNotPassTheCapEither() {
        plan(1, 2);
        Claim.Granted doubtful = settled(UNCONFIRMED);

        assertThat(opened().claimAgain(
                                correlationOf(doubtful), intent(Optional.of(new MicroEuros(2 * COST_OF_TWO - 1)))))
                .isInstanceOf(Claim.CapReached.class);
    }

    @Test
    final void anAnswerAtTheOldAddressOfABatchThatWasAcceptedAgainSaysThatItWasPaidTwice() {
        plan(1, 2);
        Claim.Granted doubtful = settled(UNCONFIRMED);
        Claim.Granted again = granted(claimAgain(doubtful));
        settle(again, accepted(COST_OF_TWO));
        assertThat(opened().counts(RUN).paidTwice()).isZero();

        Taken taken = take(doubtful, result(phone(0), "NO_ERROR"));

        assertThat(taken.paidTwice()).isTrue();
        assertThat(opened().counts(RUN).paidTwice()).isEqualTo(1);
        assertMoney(2 * COST_OF_TWO, 0);
    }

    @Test
    final void ofTwoAttemptsOfABatchTheFirstResultOfANumberWins() {
        plan(1, 2);
        Claim.Granted doubtful = settled(UNCONFIRMED);
        Claim.Granted again = granted(claimAgain(doubtful));

        assertThat(take(doubtful, result(phone(0), "NO_ERROR")).verdicts()).containsExactly(Verdict.FIRST);
        assertThat(take(again, result(phone(0), "NO_ERROR")).verdicts()).containsExactly(Verdict.DUPLICATE);
        assertThat(opened().counts(RUN).answered()).isEqualTo(1);
    }

    @Test
    final void assumed_A06_theFirstResultOfANumberWins() {
        plan(1, 2);
        Claim.Granted claim = settled(ACCEPTED);

        assertThat(take(
                                claim,
                                result(phone(0), "NO_ERROR"),
                                result(phone(0), "NO_ERROR"),
                                result(phone(0), "EC_CALL_BARRED"))
                        .verdicts())
                .containsExactly(Verdict.FIRST, Verdict.DUPLICATE, Verdict.CONFLICT);
        assertThat(take(claim, result(phone(0), "EC_CALL_BARRED"), result(phone(1), "NO_ERROR"))
                        .verdicts())
                .containsExactly(Verdict.CONFLICT, Verdict.FIRST);
        assertThat(opened().counts(RUN).answered()).isEqualTo(2);
        assertThat(opened().counts(RUN).missing()).isZero();
    }

    @Test
    final void assumed_A06_equalNotificationsAtOnceCountOnce() throws Exception {
        plan(1, 3);
        Claim.Granted claim = settled(ACCEPTED);

        List<List<Verdict>> verdicts =
                Crowd.each(thread -> take(claim, result(phone(0), "NO_ERROR"), result(phone(1), "NO_ERROR"))
                        .verdicts());

        assertThat(verdicts)
                .containsOnlyOnce(List.of(Verdict.FIRST, Verdict.FIRST))
                .containsOnly(List.of(Verdict.FIRST, Verdict.FIRST), List.of(Verdict.DUPLICATE, Verdict.DUPLICATE));
        assertThat(opened().counts(RUN).answered()).isEqualTo(2);
    }

    @Test
    final void resultsComeBackWholeAndInTheOrderOfThePlan() {
        plan(3, 2);
        Claim.Granted claim = claim();
        settle(claim, accepted(COST_OF_TWO));
        take(claim, result(phone(1), "EC_ABSENT_SUBSCRIBER"));

        try (Stream<NumberResult> results = opened().results(RUN)) {
            List<NumberResult> all = results.toList();

            assertThat(all)
                    .extracting(NumberResult::phone)
                    .containsExactlyElementsOf(
                            batches(3, 2).stream().flatMap(List::stream).toList());
            assertThat(all)
                    .extracting(NumberResult::state)
                    .containsExactly(ACCEPTED, ACCEPTED, PLANNED, PLANNED, PLANNED, PLANNED);
            assertThat(all.get(0).result()).isEmpty();
            assertThat(all.get(0).campaign()).contains(CAMPAIGN);
            assertThat(all.get(1).result()).contains(result(phone(1), "EC_ABSENT_SUBSCRIBER"));
            assertThat(all.get(2).campaign()).isEmpty();
        }
    }

    @Test
    final void assumed_A09_aResultWithAPhoneAloneIsKept() {
        plan(1, 1);
        Claim.Granted claim = settled(ACCEPTED);
        HlrNotification bare = HlrNotification.fromFields(Map.of("phone", phone(0).e164()));

        take(claim, bare);

        try (Stream<NumberResult> results = opened().results(RUN)) {
            assertThat(results)
                    .singleElement()
                    .satisfies(result -> assertThat(result.result()).contains(bare));
        }
    }

    @Test
    final void anAttemptThatTheBooksDoNotHaveIsRefusedAndNothingOfItIsKept() {
        plan(1, 1);

        assertThatExceptionOfType(UnknownAttemptException.class)
                .isThrownBy(() -> opened().take(draw(), List.of(result(phone(0), "NO_ERROR")), NOW));
        assertThatExceptionOfType(UnknownAttemptException.class)
                .isThrownBy(() -> opened().settle(draw(), end(REJECTED)));
        assertThatExceptionOfType(UnknownAttemptException.class)
                .isThrownBy(() -> opened().claimAgain(draw(), intent(Optional.empty())));
        assertThat(opened().numbersOf(draw())).isEmpty();
        assertThat(opened().counts(RUN).answered()).isZero();
    }

    @Test
    final void theNumbersOfAnAttemptAreKnown() {
        plan(2, 2);
        claim();

        assertThat(opened().numbersOf(correlationOf(claim()))).contains(Set.of(phone(2), phone(3)));
    }

    @Test
    final void theNumbersThatWereAnsweredLatelyAreKnownAcrossRuns() {
        plan(1, 2);
        Claim.Granted claim = settled(ACCEPTED);
        take(claim, result(phone(0), "NO_ERROR"));
        opened().take(correlationOf(claim), List.of(result(phone(1), "NO_ERROR")), NOW.minus(Duration.ofDays(3)));

        try (Stream<PhoneNumber> lately = opened().answeredSince(NOW.minus(Duration.ofDays(2)))) {
            assertThat(lately).containsExactly(phone(0));
        }
        try (Stream<PhoneNumber> all = opened().answeredSince(NOW.minus(Duration.ofDays(4)))) {
            assertThat(all).containsExactlyInAnyOrder(phone(0), phone(1));
        }
    }

    @Test
    final void runsDoNotMix() {
        plan(1, 2);
        RunName other = RunName.of("other");
        opened().plan(other, ACCOUNT, planOf(batches(2, 3)), NOW);
        settled(ACCEPTED);

        assertThat(opened().counts(other).batches(PLANNED)).isEqualTo(2);
        assertThat(opened().counts(other).spent()).isEqualTo(MicroEuros.NONE);
        assertThat(opened().attempts(other, EVERY_STATE)).isEmpty();
    }

    @Test
    final void theRingIsDrawnOnce() {
        assertThat(opened().keys().toText()).isEqualTo(opened().keys().toText());
    }

    @Test
    final void nobodysAttemptsAreGivenUpWhileTheirSenderLives() {
        plan(1, 2);
        claim();

        assertThat(opened().recover(RUN, NOW)).isZero();
        assertThat(opened().counts(RUN).batches(INTENT)).isEqualTo(1);
    }

    @Test
    final void afterACrashWhatMayHaveLeftIsUnconfirmedAndWhatWasHeardOfAccepted() throws Exception {
        plan(4, 2);
        settled(ACCEPTED);
        claim();
        Claim.Granted heard = claim();
        take(heard, result(phone(4), "NO_ERROR"));
        String ring = opened().keys().toText();
        Optional<Ledger> other = afterCrash();
        assumeTrue(other.isPresent(), "the ledger dies with its process");

        try (Ledger reopened = other.get()) {
            assertThat(reopened.recover(RUN, NOW.plus(Duration.ofHours(1)))).isEqualTo(2);

            RunCounts counts = reopened.counts(RUN);
            assertThat(counts.batches(PLANNED)).isEqualTo(1);
            assertThat(counts.batches(UNCONFIRMED)).isEqualTo(1);
            assertThat(counts.batches(ACCEPTED)).isEqualTo(2);
            assertThat(counts.answered()).isEqualTo(1);
            assertThat(counts.spent()).isEqualTo(new MicroEuros(2 * COST_OF_TWO));
            assertThat(counts.atRisk()).isEqualTo(new MicroEuros(COST_OF_TWO));
            assertThat(reopened.keys().toText()).isEqualTo(ring);
            assertThat(granted(reopened.claim(RUN, intent(Optional.empty())))
                            .attempt()
                            .batch())
                    .isEqualTo(4);
        }
    }

    private Optional<MicroEuros> price() {
        return opened().run(RUN).orElseThrow().price();
    }

    private void assertMoney(long spent, long atRisk) {
        RunCounts counts = opened().counts(RUN);
        assertThat(counts.spent()).as("spent").isEqualTo(new MicroEuros(spent));
        assertThat(counts.atRisk()).as("at risk").isEqualTo(new MicroEuros(atRisk));
    }
}
