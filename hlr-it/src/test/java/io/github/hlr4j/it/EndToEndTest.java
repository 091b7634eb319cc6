package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.SubmissionException;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.callback.PendingVerification;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.NotificationScenario;
import io.github.hlr4j.testkit.NotificationStyle;
import io.github.hlr4j.testkit.SentNotification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a number to its answer over real sockets: client, transport, formats, servlet and a service that behaves as documented. */
class EndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PhoneNumber REACHABLE = PhoneNumber.parse("+33639980000");
    private static final PhoneNumber UNASSIGNED = PhoneNumber.parse("+33639980001");
    private static final PhoneNumber ABSENT = PhoneNumber.parse("+33639980027");
    private static final VerificationRequest REQUEST = VerificationRequest.of(List.of(REACHABLE, UNASSIGNED, ABSENT));

    private final Queue<HlrNotification> handled = new ConcurrentLinkedQueue<>();
    private final NotificationHandler handler = (correlation, results) -> handled.addAll(results);

    @ParameterizedTest
    @CsvSource({"JSON, FORM", "JSON, JSON", "XML, FORM", "XML, XML"})
    void everyNumberGetsItsResult(ReplyFormat replyFormat, NotificationStyle style) {
        try (FakeSmsPartner fake = FakeSmsPartner.builder()
                        .notifying(NotificationScenario.orderly().in(style))
                        .start();
                Site site = Site.of(fake, handler)) {
            PendingVerification pending = site.verifications.start(REQUEST.replyingIn(replyFormat));

            Submission.Accepted accepted = pending.submission().orElseThrow();
            assertThat(accepted.numberCount()).isEqualTo(3);
            assertThat(accepted.cost()).hasToString("0.015 EUR");
            assertThat(statuses(allOf(pending)))
                    .containsExactly(
                            Map.entry(REACHABLE, HlrStatus.NO_ERROR),
                            Map.entry(UNASSIGNED, HlrStatus.EC_UNKNOWN_SUBSCRIBER),
                            Map.entry(ABSENT, HlrStatus.EC_ABSENT_SUBSCRIBER));
            assertThat(pending.missing()).isEmpty();
            assertThat(handled).hasSize(3);
            assertThat(fake.journal().billedNumbers()).isEqualTo(3);
        }
    }

    @Test
    void assumed_A06_anAnswerThatArrivesBeforeTheReplyIsNotLost() {
        try (FakeSmsPartner fake = FakeSmsPartner.builder()
                        .notifying(NotificationScenario.orderly().beforeTheReply())
                        .start();
                Site site = Site.of(fake, handler)) {
            PendingVerification pending = site.verifications.start(REQUEST);

            assertThat(pending.missing()).isEmpty();
            assertThat(pending.submission()).isInstanceOf(Submission.Accepted.class);
            assertThat(allOf(pending)).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"CLOSE_AFTER_READING", "RESET_AFTER_READING"})
    void assumed_A07_aRequestWhoseReplyWasLostTurnsOutAcceptedAndIsBilledOnce(FaultKind fault) {
        try (FakeSmsPartner fake = FakeSmsPartner.start();
                Site site = Site.of(fake, handler)) {
            fake.failing(fault, 1);

            PendingVerification pending = site.verifications.start(REQUEST);

            assertThat(pending.submission()).isInstanceOf(Submission.Unconfirmed.class);
            assertThat(allOf(pending)).hasSize(3);
            assertThat(pending.isAccepted()).isTrue();
            assertThat(fake.journal().submissionCount()).isOne();
            assertThat(fake.journal().billedNumbers()).isEqualTo(3);
        }
    }

    @Test
    void assumed_A06_aRepeatedResultIsAcknowledgedAndHandledOnce() throws Exception {
        try (FakeSmsPartner fake = FakeSmsPartner.start();
                Site site = Site.of(fake, handler)) {
            PendingVerification pending = site.verifications.start(REQUEST);
            allOf(pending);
            fake.awaitNotifications(PATIENCE);
            URI address = pending.request().notifyUrl().orElseThrow();

            assertThat(post(address, "phone=33639980001&errorGrpId=1&ported=0")).isEqualTo(204);

            assertThat(handled).hasSize(3);
            assertThat(fake.journal().notifications()).allMatch(SentNotification::isAcknowledged);
        }
    }

    @Test
    void aResultOfANumberThatWasNotAskedAboutIsRefused() throws Exception {
        try (FakeSmsPartner fake = FakeSmsPartner.start();
                Site site = Site.of(fake, handler)) {
            fake.failing(FaultKind.SERVICE_UNAVAILABLE, 1);
            PendingVerification pending = site.verifications.start(REQUEST);
            URI address = pending.request().notifyUrl().orElseThrow();

            assertThat(post(address, "phone=33639980002&errorGrpId=0")).isEqualTo(400);
            assertThat(post(address, "phone=33639980001&errorGrpId=0")).isEqualTo(204);

            assertThat(handled).extracting(HlrNotification::phone).containsExactly(UNASSIGNED);
        }
    }

    @Test
    void aResultThatTheHandlerCouldNotTakeComesAgain() {
        Queue<Runnable> mishaps = new ConcurrentLinkedQueue<>(List.of(() -> {
            throw new IllegalStateException("the database is away");
        }));
        NotificationHandler recovering = (correlation, results) -> {
            Runnable mishap = mishaps.poll();
            if (mishap != null) {
                mishap.run();
            }
            handled.addAll(results);
        };
        try (FakeSmsPartner fake = FakeSmsPartner.start();
                Site site = Site.of(fake, recovering)) {
            PendingVerification pending = site.verifications.start(VerificationRequest.of(REACHABLE));

            assertThat(allOf(pending)).containsOnlyKeys(REACHABLE);
            fake.awaitNotifications(PATIENCE);
            assertThat(fake.journal().notifications())
                    .extracting(SentNotification::attempts)
                    .containsExactly(2);
            assertThat(handled).hasSize(1);
        }
    }

    @Test
    void documented_D10_aRefusalEndsTheWaitForResults() {
        try (FakeSmsPartner fake = FakeSmsPartner.start();
                Site site = Site.of(fake, ApiKey.of("another-fake-key"), handler)) {
            PendingVerification pending = site.verifications.start(REQUEST);

            assertThat(pending.submission())
                    .isInstanceOfSatisfying(
                            Submission.Rejected.class,
                            rejected -> assertThat(rejected.error().code()).hasValue(10));
            assertThatThrownBy(() -> pending.result(REACHABLE).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(SubmissionException.class);
            assertThat(fake.journal().billedNumbers()).isZero();
        }
    }

    private static Map<PhoneNumber, HlrNotification> allOf(PendingVerification pending) {
        return pending.all().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static List<Map.Entry<PhoneNumber, HlrStatus>> statuses(Map<PhoneNumber, HlrNotification> results) {
        return results.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().status()))
                .toList();
    }

    private static int post(URI address, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
