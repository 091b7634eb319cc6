package io.github.hlr4j.ledger.jdbc;

import static io.github.hlr4j.ledger.jdbc.Sample.NOW;
import static io.github.hlr4j.ledger.jdbc.Sample.PRICE;
import static io.github.hlr4j.ledger.jdbc.Sample.RUN;
import static io.github.hlr4j.spi.ResultStore.Verdict.CONFLICT;
import static io.github.hlr4j.spi.ResultStore.Verdict.DUPLICATE;
import static io.github.hlr4j.spi.ResultStore.Verdict.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.LedgerException;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several instances over one database have in common; none is closed before another is opened, as after a crash. */
@Timeout(120)
abstract class SharedLedgerTest {

    private static final Rate ONE_A_DAY = new Rate(1, Duration.ofDays(1));

    private final List<Ledger> opened = new ArrayList<>();

    /** Another instance over the database of the test. */
    abstract Ledger openAnother();

    /** Runs a statement behind the ledger's back. */
    abstract void execute(String sql) throws SQLException;

    final Ledger open() {
        Ledger ledger = openAnother();
        opened.add(ledger);
        return ledger;
    }

    @AfterEach
    void close() {
        opened.forEach(Ledger::close);
    }

    @Test
    void whatWasWrittenIsThereForTheNextInstance() {
        Ledger first = open();
        first.plan(RUN, "account", Sample.plan(3, 2), NOW);
        Claim.Granted claim = Sample.accepted(first);
        HlrNotification result = Sample.result(claim.numbers().get(1));
        first.take(claim.attempt().correlation(), List.of(result), NOW);

        Ledger second = open();

        assertThat(second.run(RUN)).isEqualTo(first.run(RUN)).isPresent();
        assertThat(second.run(RUN).orElseThrow().price()).contains(PRICE);
        assertThat(second.numbersOf(claim.attempt().correlation()).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(claim.numbers());
        assertThat(second.attempts(RUN, Set.of(BatchState.ACCEPTED)))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.intendedAt()).isEqualTo(NOW))
                .satisfies(attempt -> assertThat(attempt.heard()).isTrue());
        RunCounts counts = second.counts(RUN);
        assertThat(counts.batches(BatchState.PLANNED)).isEqualTo(2);
        assertThat(counts.numbers(BatchState.ACCEPTED)).isEqualTo(2);
        assertThat(counts.answered()).isEqualTo(1);
        assertThat(counts.spent()).isEqualTo(PRICE.times(2));
        assertThat(counts.atRisk()).isEqualTo(MicroEuros.NONE);
        try (Stream<NumberResult> results = second.results(RUN)) {
            assertThat(results)
                    .hasSize(6)
                    .element(1)
                    .satisfies(number -> assertThat(number.result()).contains(result));
        }
        try (Stream<PhoneNumber> answered = second.answeredSince(NOW)) {
            assertThat(answered).containsExactly(result.phone());
        }
        try (Stream<PhoneNumber> answered = second.answeredSince(NOW.plusSeconds(1))) {
            assertThat(answered).isEmpty();
        }
    }

    @Test
    void aNameIsPlannedOnce() {
        open().plan(RUN, "account", Sample.plan(1, 2), NOW);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> open().plan(RUN, "account", Sample.plan(1, 2), NOW));
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        Ledger ledger = open();
        ledger.plan(RUN, "account", Sample.plan(2, 1), NOW);
        Correlation ended = Sample.accepted(ledger).attempt().correlation();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ledger.claim(RunName.of("never-planned"), Sample.intent()));
        assertThatExceptionOfType(HlrException.class)
                .isThrownBy(() -> ledger.settle(ended, Settlement.unconfirmed("too late")));

        assertThat(ledger.claim(RUN, Sample.intent())).isInstanceOf(Claim.Granted.class);
        assertThat(open().counts(RUN).spent()).isEqualTo(PRICE);
    }

    @Test
    void twoInstancesClaimEachBatchOnce() throws Exception {
        List<Ledger> nodes = List.of(open(), open());
        nodes.get(0).plan(RUN, "account", Sample.plan(60, 1), NOW);

        List<Claim> claims = claimAll(nodes, Optional.empty());

        assertThat(claims)
                .hasSize(60)
                .extracting(claim -> ((Claim.Granted) claim).attempt().batch())
                .doesNotHaveDuplicates();
        assertThat(open().counts(RUN).atRisk()).isEqualTo(PRICE.times(60));
    }

    @Test
    void twoInstancesNeverPassTheCapTogether() throws Exception {
        List<Ledger> nodes = List.of(open(), open());
        nodes.get(0).plan(RUN, "account", Sample.plan(60, 2), NOW);
        MicroEuros cap = new MicroEuros(PRICE.times(2 * 25).value() + 1);

        assertThat(claimAll(nodes, Optional.of(cap))).hasSize(25);
        assertThat(open().claim(RUN, Sample.intent(Optional.of(cap), Sample.LEASE)))
                .isEqualTo(new Claim.CapReached(PRICE.times(50), PRICE.times(2)));
    }

    private static List<Claim> claimAll(List<Ledger> nodes, Optional<MicroEuros> cap) throws Exception {
        return together(8, thread -> {
                    List<Claim> granted = new ArrayList<>();
                    Ledger node = nodes.get(thread % nodes.size());
                    Claim claim = node.claim(RUN, Sample.intent(cap, Sample.LEASE));
                    while (claim instanceof Claim.Granted) {
                        granted.add(claim);
                        claim = node.claim(RUN, Sample.intent(cap, Sample.LEASE));
                    }
                    return granted;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void ofEqualResultsThatReachTwoInstancesAtOnceOneIsTheFirst() throws Exception {
        List<Ledger> nodes = List.of(open(), open());
        nodes.get(0).plan(RUN, "account", Sample.plan(4, 50), NOW);
        List<Claim.Granted> claims =
                Stream.generate(() -> Sample.accepted(nodes.get(0))).limit(4).toList();

        List<List<Verdict>> verdicts = together(16, thread -> {
            List<Verdict> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Claim.Granted claim = claims.get(i / 50);
                HlrNotification result = Sample.result(claim.numbers().get(i % 50));
                all.addAll(nodes.get(thread % 2)
                        .take(claim.attempt().correlation(), List.of(result, result), NOW)
                        .verdicts());
            }
            return all;
        });

        assertThat(verdicts.stream().flatMap(List::stream))
                .hasSize(16 * 400)
                .filteredOn(FIRST::equals)
                .hasSize(200);
        assertThat(open().counts(RUN).answered()).isEqualTo(200);
        assertThat(open().counts(RUN).missing()).isZero();
    }

    @Test
    void equalResultsInOppositeOrdersDoNotBlockEachOther() throws Exception {
        List<Ledger> nodes = List.of(open(), open());
        nodes.get(0).plan(RUN, "account", Sample.plan(4, 500), NOW);

        for (int round = 0; round < 4; round++) {
            Claim.Granted claim = Sample.accepted(nodes.get(0));
            // Once both know the attempt, neither locks it any more.
            nodes.forEach(node -> node.take(claim.attempt().correlation(), List.of(), NOW));
            List<Taken> taken = together(2, thread -> {
                List<HlrNotification> results = new ArrayList<>(
                        claim.numbers().stream().map(Sample::result).toList());
                if (thread == 1) {
                    Collections.reverse(results);
                }
                return nodes.get(thread).take(claim.attempt().correlation(), results, NOW);
            });

            assertThat(taken.stream().flatMap(each -> each.verdicts().stream()))
                    .filteredOn(FIRST::equals)
                    .hasSize(500);
        }
    }

    @Test
    void theFirstResultOfANumberStands() {
        Ledger ledger = open();
        ledger.plan(RUN, "account", Sample.plan(1, 2), NOW);
        Claim.Granted claim = Sample.claim(ledger);
        PhoneNumber phone = claim.numbers().get(0);
        HlrNotification odd = Sample.result(phone, HlrStatus.UNKNOWN, "nothing\0 at all");

        Taken taken = ledger.take(
                claim.attempt().correlation(),
                List.of(
                        odd,
                        Sample.result(phone),
                        odd,
                        Sample.result(claim.numbers().get(1))),
                NOW);

        assertThat(taken.verdicts()).containsExactly(FIRST, CONFLICT, DUPLICATE, FIRST);
        assertThat(taken.attempt().heard()).isTrue();
        assertThat(taken.attempt().state()).isEqualTo(BatchState.INTENT);
        assertThat(ledger.settle(claim.attempt().correlation(), Settlement.unconfirmed("no reply"))
                        .state())
                .isEqualTo(BatchState.ACCEPTED);
        assertThat(open().counts(RUN).spent()).isEqualTo(PRICE.times(2));
    }

    @Test
    void anUnknownAttemptTakesNothingOfTheOthersAlong() {
        assertThatExceptionOfType(UnknownAttemptException.class)
                .isThrownBy(() -> open().take(new Correlation(1, 2), List.of(Sample.result(Sample.phone(1))), NOW));
        assertThat(open().numbersOf(new Correlation(1, 2))).isEmpty();
    }

    @Test
    void aBatchThatWasAttemptedAgainMayTurnOutToBePaidTwice() {
        Ledger ledger = open();
        ledger.plan(RUN, "account", Sample.plan(1, 2), NOW);
        Claim.Granted lost = Sample.claim(ledger);
        Correlation first = lost.attempt().correlation();
        ledger.settle(first, Settlement.unconfirmed("no reply"));
        Claim.Granted again = (Claim.Granted) ledger.claimAgain(first, Sample.intent());
        Correlation second = again.attempt().correlation();
        assertThat(ledger.claimAgain(first, Sample.intent())).isEqualTo(new Claim.NothingLeft());
        assertThat(ledger.counts(RUN).atRisk()).isEqualTo(PRICE.times(4));
        ledger.settle(second, Sample.acceptance(2));
        List<HlrNotification> results = List.of(Sample.result(lost.numbers().get(0)));
        Ledger receiver = open();

        assertThat(again.attempt().ordinal()).isEqualTo(2);
        assertThat(receiver.take(second, results, NOW).paidTwice()).isFalse();
        Taken late = receiver.take(first, results, NOW);
        assertThat(late.paidTwice()).isTrue();
        assertThat(late.verdicts()).containsExactly(DUPLICATE);
        assertThat(receiver.take(second, results, NOW).paidTwice()).isTrue();
        assertThat(ledger.counts(RUN).paidTwice()).isEqualTo(1);
        assertThat(ledger.counts(RUN).spent()).isEqualTo(PRICE.times(4));
    }

    @Test
    void unconfirmedAttemptsOfBeforeArePresumedNotAccepted() {
        Ledger ledger = open();
        ledger.plan(RUN, "account", Sample.plan(2, 2), NOW);
        ledger.settle(Sample.claim(ledger).attempt().correlation(), Settlement.unconfirmed("no reply"));

        assertThat(ledger.presumeNotAccepted(RUN, NOW)).isZero();
        assertThat(ledger.presumeNotAccepted(RUN, NOW.plusNanos(1))).isEqualTo(1);
        assertThat(ledger.counts(RUN).atRisk()).isEqualTo(MicroEuros.NONE);
    }

    @Test
    void keysAreDrawnOnceForAll() throws Exception {
        List<Ledger> nodes = List.of(open(), open());

        assertThat(together(4, thread -> nodes.get(thread % 2).keys().toText()))
                .containsOnly(open().keys().toText());
    }

    @Test
    void slotsOutliveTheInstanceThatTookThem() throws InterruptedException {
        open().quota(ONE_A_DAY).acquire(Duration.ZERO).release(Usage.ANSWERED);

        assertThatExceptionOfType(QuotaException.class)
                .isThrownBy(() -> open().quota(ONE_A_DAY).acquire(Duration.ofHours(24)));
    }

    @Test
    void ofInstancesAtTheSameMomentOneGetsTheOnlySlot() throws Exception {
        List<Ledger> nodes = List.of(open(), open());

        assertThat(together(4, thread -> acquires(nodes.get(thread % 2)))).containsOnlyOnce(true);
    }

    private static boolean acquires(Ledger ledger) throws InterruptedException {
        try {
            ledger.quota(ONE_A_DAY).acquire(Duration.ZERO);
            return true;
        } catch (QuotaException e) {
            return false;
        }
    }

    @Test
    void aSlotThatWasNeverReleasedIsHeldForTheNextInstanceToo() throws InterruptedException {
        open().quota(ONE_A_DAY).acquire(Duration.ZERO);

        assertThatExceptionOfType(QuotaException.class)
                .isThrownBy(() -> open().quota(ONE_A_DAY).acquire(Duration.ofHours(24)));
    }

    @Test
    void aLedgerOfALaterVersionIsRefused() throws SQLException {
        open();
        execute("UPDATE hlr_meta SET value = '99' WHERE name = 'version'");

        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(this::open)
                .withMessageContaining("later hlr4j (its version is 99, this one knows 1)");
    }

    @Test
    void tablesOfAnotherApplicationAreRefused() throws SQLException {
        execute("CREATE TABLE hlr_customers (name TEXT)");

        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(this::open)
                .withMessageContaining("tables of another application");
        execute("INSERT INTO hlr_customers VALUES ('still here')");
    }

    @Test
    void aLedgerThatWasClosedSaysSo() {
        Ledger ledger = open();
        ledger.close();

        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> ledger.run(RUN))
                .withMessageContaining("closed");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(ledger::keys)
                .withMessageContaining("closed");
    }

    /** What each of several threads does. */
    @FunctionalInterface
    interface Part<T> {
        T run(int thread) throws Exception;
    }

    static <T> List<T> together(int threads, Part<T> part) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(thread -> () -> part.run(thread))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
