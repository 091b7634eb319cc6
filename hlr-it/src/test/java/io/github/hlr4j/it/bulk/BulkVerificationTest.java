package io.github.hlr4j.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.Cost;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.BulkEnd;
import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.InMemoryLedger;
import io.github.hlr4j.bulk.NumberSource;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.NotificationScenario;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs against the fake service, with a real client, a real container and a ledger in memory. */
class BulkVerificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Rate FAST = new Rate(36_000, Duration.ofSeconds(60));

    private final FakeSmsPartner fake = FakeSmsPartner.builder().rate(FAST).start();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final HlrClient client = client(fake.key());
    private Door door;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        door = Door.open();
        door.receive(run().build().receiver());
    }

    @AfterEach
    void close() {
        door.close();
        client.close();
        fake.close();
    }

    @Test
    void aListIsSentAnsweredAndPaidForOnce() throws Exception {
        try (BulkVerification run = run().build()) {
            run.start(numbers(1_203));

            BulkReport report = run.await(PATIENCE);

            assertThat(report.isComplete()).isTrue();
            assertThat(report.end()).isEqualTo(BulkEnd.ALL_SENT);
            assertThat(report.counts().spent().toCost()).isEqualTo(Cost.of("6.015", "EUR"));
            assertThat(results(run))
                    .hasSize(1_203)
                    .allMatch(result -> result.result().isPresent());
        }
        assertThat(fake.journal().submissions()).hasSize(3);
        assertThat(fake.journal().billedNumbers()).isEqualTo(1_203);
    }

    @Test
    void aRunThatIsOverSendsNothingMoreWhenItIsResumed() throws Exception {
        finish(numbers(600));

        BulkReport again = finish(numbers(600));

        assertThat(again.isComplete()).isTrue();
        assertThat(fake.journal().submissionCount()).isEqualTo(2);
    }

    @Test
    void theCapEndsARunAndAHigherOneResumesIt() throws Exception {
        BulkReport capped = finish(run().maxCost(Cost.of("5.00", "EUR")), numbers(1_203));

        assertThat(capped.end()).isEqualTo(BulkEnd.CAP_REACHED);
        assertThat(capped.explanation()).contains("1.015 EUR", "5 EUR");
        assertThat(fake.journal().billedNumbers()).isEqualTo(1_000);

        assertThat(finish(run().maxCost(Cost.of("6.015", "EUR")), numbers(1_203))
                        .isComplete())
                .isTrue();
        assertThat(fake.journal().billedNumbers()).isEqualTo(1_203);
    }

    @Test
    void aRefusedAccountIsLearntFromOneRequestAndTheRunGoesOnWhenThatIsMended() throws Exception {
        fake.refusing(ApiErrorCode.INSUFFICIENT_CREDIT, 1);

        BulkReport refused = finish(numbers(1_203));

        assertThat(refused.end()).isEqualTo(BulkEnd.ACCOUNT_REFUSED);
        assertThat(refused.explanation()).contains("11 INSUFFICIENT_CREDIT");
        assertThat(fake.journal().submissionCount()).isEqualTo(1);

        assertThat(finish(numbers(1_203)).isComplete()).isTrue();
        assertThat(fake.journal().billedNumbers()).isEqualTo(1_203);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER_READING", "INTERNAL_ERROR_AFTER_BILLING", "CONTRADICTION"})
    void aBatchWhoseReplyWasLostIsProvenByItsAnswersAndBilledOnce(FaultKind kind) throws Exception {
        fake.failing(kind, 1);

        BulkReport report = finish(numbers(1_203));

        assertThat(report.isComplete()).isTrue();
        assertThat(fake.journal().submissionCount()).isEqualTo(3);
        assertThat(fake.journal().billedNumbers()).isEqualTo(1_203);
    }

    @Test
    void whatNobodyIsSureOfIsListedAndSentAgainOnRequestAlone() throws Exception {
        fake.notifying(NotificationScenario.orderly().losing(number -> true)).failing(FaultKind.RESET_AFTER_READING, 1);
        finish(run(), numbers(700), Duration.ZERO);
        fake.notifying(NotificationScenario.orderly());

        assertThat(finish(run(), numbers(700), Duration.ZERO).counts().batches(BatchState.UNCONFIRMED))
                .isEqualTo(1);
        assertThat(fake.journal().submissionCount()).isEqualTo(2);

        try (BulkVerification again = run().build()) {
            assertThat(again.unconfirmed())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.size()).isEqualTo(500));
            again.resubmitUnconfirmed();
            BulkReport report = again.await(Duration.ZERO);

            assertThat(report.counts().batches(BatchState.UNCONFIRMED)).isZero();
            assertThat(report.counts().spent().toCost()).isEqualTo(Cost.of("3.5", "EUR"));
            assertThat(report.counts().atRisk().toCost()).isEqualTo(Cost.of("2.5", "EUR"));
            assertThat(again.writeOffUnconfirmed()).isEqualTo(1);
            assertThat(again.progress().counts().atRisk().value()).isZero();
        }
        assertThat(fake.journal().submissionCount()).isEqualTo(3);
    }

    @Test
    void aServiceThatCannotBeReachedEndsTheRunWithTheFirstBatch() throws Exception {
        fake.failing(FaultKind.REFUSE_CONNECTION, 1);

        BulkReport unreachable = finish(numbers(700));

        assertThat(unreachable.end()).isEqualTo(BulkEnd.SERVICE_UNREACHABLE);
        assertThat(unreachable.counts().batches(BatchState.NOT_SENT)).isEqualTo(1);
        fake.recover();
        assertThat(finish(numbers(700)).isComplete()).isTrue();
        assertThat(fake.journal().billedNumbers()).isEqualTo(700);
    }

    @Test
    void aNumberThatDiffersFromWhatWasAskedEndsTheRun() throws Exception {
        fake.failing(FaultKind.WRONG_NUMBER, 1);

        BulkReport report = finish(run(), numbers(1_203), Duration.ZERO);

        assertThat(report.end()).isEqualTo(BulkEnd.PRICE_DIFFERS);
        assertThat(report.explanation()).contains("a batch of 500");
        assertThat(fake.journal().submissionCount()).isEqualTo(1);
    }

    @Test
    void aPriceThatDiffersFromTheOneBeforeEndsTheRun() throws Exception {
        finish(run().maxCost(Cost.of("2.5", "EUR")), numbers(1_203));
        fake.failing(FaultKind.WRONG_COST, 1);

        BulkReport report = finish(run(), numbers(1_203), Duration.ZERO);

        assertThat(report.end()).isEqualTo(BulkEnd.PRICE_DIFFERS);
        assertThat(fake.journal().submissionCount()).isEqualTo(2);
    }

    @Test
    void aRunBelongsToItsListAndItsAccount() throws Exception {
        finish(numbers(10));

        try (BulkVerification other = run().build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> other.start(numbers(11)))
                    .withMessageContaining("another list, of 10 numbers");
        }
        try (HlrClient stranger = client(ApiKey.of("another-key"));
                BulkVerification other =
                        BulkVerification.builder(stranger, ledger).name("list").build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(other::resume)
                    .withMessageContaining("another API key");
        }
        assertThat(fake.journal().submissionCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatTheLedgerDoesNotKnowEndsTheRun() throws Exception {
        assertThat(postTo(Correlation.random(new SecureRandom()))).isEqualTo(503);
        try (BulkVerification run = run().build();
                Door other = Door.open()) {
            other.receive(run.receiver());
            assertThat(postTo(other, Correlation.random(new SecureRandom()))).isEqualTo(503);

            run.start(numbers(10));
            BulkReport report = run.await(Duration.ZERO);

            assertThat(report.end()).isEqualTo(BulkEnd.LEDGER_OUTDATED);
            assertThat(report.explanation()).contains("old copy");
        }
        assertThat(fake.journal().submissionCount()).isZero();
    }

    @Test
    void aCancelledRunGoesOnWhereItStopped() throws Exception {
        try (BulkVerification run = run().build()) {
            run.start(numbers(2_000));
            run.cancel();
            assertThat(run.await(PATIENCE).counts().batches(BatchState.INTENT)).isZero();
        }

        assertThat(finish(numbers(2_000)).isComplete()).isTrue();
        assertThat(fake.journal().billedNumbers()).isEqualTo(2_000);
    }

    @Test
    void aRunThatIsCancelledWhileItReadsIsPlannedAndSendsNothing() throws Exception {
        try (BulkVerification run = run().build()) {
            run.start(() -> {
                run.cancel();
                return numbers(700).open();
            });

            BulkReport report = run.await(PATIENCE);

            assertThat(report.end()).isEqualTo(BulkEnd.CANCELLED);
            assertThat(report.counts().batches(BatchState.PLANNED)).isEqualTo(2);
        }
        assertThat(fake.journal().submissionCount()).isZero();
    }

    @Test
    void whatWasAnsweredLatelyIsLeftOut() throws Exception {
        finish(numbers(600));

        BulkReport report = finish(run().name("longer").skipAnsweredWithin(Duration.ofDays(30)), numbers(650));

        assertThat(report.run().facts().skipped()).isEqualTo(600);
        assertThat(report.counts().numbers(BatchState.ACCEPTED)).isEqualTo(50);
        assertThat(fake.journal().billedNumbers()).isEqualTo(650);
    }

    @Test
    void aBadLineStopsTheRunBeforeAnythingIsSent() throws Exception {
        Path file = Files.writeString(
                folder.resolve("numbers.txt"), "\uFEFF+33639980001\n# a comment\n\n0033 6 39 98 00 02\r\n0639980003\n");

        try (BulkVerification run = run().build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> run.start(NumberSource.lines(file)))
                    .withMessageContaining("numbers.txt, line 5")
                    .withMessageNotContaining("0639980003");
        }
        assertThat(ledger.run(RunName.of("list"))).isEmpty();
    }

    private BulkVerification.Builder run() {
        return BulkVerification.builder(client, ledger)
                .name("list")
                .at(door.url())
                .rate(FAST);
    }

    private BulkReport finish(NumberSource numbers) throws InterruptedException {
        return finish(run(), numbers);
    }

    private static BulkReport finish(BulkVerification.Builder builder, NumberSource numbers)
            throws InterruptedException {
        return finish(builder, numbers, PATIENCE);
    }

    private static BulkReport finish(BulkVerification.Builder builder, NumberSource numbers, Duration longestWait)
            throws InterruptedException {
        try (BulkVerification run = builder.build()) {
            run.start(numbers);
            return run.await(longestWait);
        }
    }

    private int postTo(Correlation correlation) throws Exception {
        return postTo(door, correlation);
    }

    private int postTo(Door at, Correlation correlation) throws Exception {
        CallbackAddresses addresses = CallbackAddresses.of(
                at.url(), ledger.keys(), CallbackAddresses.DEFAULT_VALIDITY, InstantSource.system());
        HttpRequest post = HttpRequest.newBuilder(addresses.of(correlation))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("phone=%2B33639980001"))
                .build();
        return HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HlrClient client(ApiKey key) {
        return HlrClient.builder(key).baseUrl(fake.baseUrl()).build();
    }

    private static List<NumberResult> results(BulkVerification run) {
        try (Stream<NumberResult> results = run.results()) {
            return results.toList();
        }
    }

    private static NumberSource numbers(int count) {
        return () -> IntStream.range(0, count)
                .mapToObj(number -> new PhoneNumber(String.format(Locale.ROOT, "+3363998%04d", number)));
    }
}
