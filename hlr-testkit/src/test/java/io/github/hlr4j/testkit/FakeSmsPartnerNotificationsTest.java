package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;
import static io.github.hlr4j.testkit.HlrAssertions.entry;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.FormNotificationDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeSmsPartnerNotificationsTest {

    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52.355Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ManualTicker ticker = ManualTicker.create();
    private final FakeSmsPartner.Builder builder =
            FakeSmsPartner.builder().ticker(ticker).clock(ManualClock.at(NOW));
    private Receiver receiver;

    @BeforeEach
    void receive() throws Exception {
        receiver = new Receiver();
    }

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    @Test
    void documented_D11_aResultIsPostedAsThePageShowsInAnEscapedForm() throws Exception {
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980012");

            Receiver.Received result = receiver.next();

            assertThat(result.contentType()).isEqualTo("application/x-www-form-urlencoded");
            assertThat(result.body())
                    .startsWith("phone=%2B33639980012&messageId=")
                    .endsWith("&mccMnc=20815&ported=1&errorGrpId=12&errorName=EC_ILLEGAL_EQUIPMENT+"
                            + "&errorDesc=Illegal+Equipment&date=2018-03-05T10%3A34%3A52.355%2B0000");
        }
    }

    @Test
    void documented_D11_everyFieldIsReadBackByTheLibrary() throws Exception {
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980000");

            byte[] body = receiver.next().body().getBytes(StandardCharsets.UTF_8);
            HlrNotification result = HlrNotification.fromFields(
                    new FormNotificationDecoder().decode(body).get(0));

            assertThat(result)
                    .isFor(Numbers.number(0))
                    .hasStatus(HlrStatus.NO_ERROR)
                    .isOnNetwork(NetworkCode.parse("20801"))
                    .isNotPorted();
            assertThat(result.reportedAt()).hasValue(NOW);
            assertThat(result.errorDescription()).hasValue("No Error");
        }
    }

    @Test
    void aNumberThatDoesNotExistHasNoNetwork() throws Exception {
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980001");

            assertThat(receiver.next().form())
                    .contains(entry("errorName", "EC_UNKNOWN_SUBSCRIBER "), entry("mccMnc", ""), entry("ported", "0"));
        }
    }

    @Test
    void assumed_A03_resultsArePostedAsJsonWhereAsked() throws Exception {
        try (FakeSmsPartner fake = builder.notifying(
                        NotificationScenario.orderly().in(NotificationStyle.JSON))
                .start()) {
            submit(fake, "+33639980027");

            Receiver.Received result = receiver.next();

            assertThat(result.contentType()).isEqualTo("application/json");
            assertThat(result.body())
                    .startsWith("{\"phone\":\"+33639980027\",\"messageId\":\"")
                    .contains("\"ported\":0,\"errorGrpId\":27,\"errorName\":\"EC_ABSENT_SUBSCRIBER \"")
                    .endsWith("\"date\":\"2018-03-05T10:34:52.355+0000\"}");
        }
    }

    @Test
    void assumed_A03_resultsArePostedAsXmlWhereAsked() throws Exception {
        try (FakeSmsPartner fake = builder.notifying(
                        NotificationScenario.orderly().in(NotificationStyle.XML))
                .start()) {
            submit(fake, "+33639980027");

            Receiver.Received result = receiver.next();

            assertThat(result.contentType()).isEqualTo("application/xml");
            assertThat(result.body())
                    .startsWith(
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<notification>\n  <phone>+33639980027</phone>\n")
                    .contains("  <errorGrpId>27</errorGrpId>\n  <errorName>EC_ABSENT_SUBSCRIBER </errorName>\n")
                    .endsWith("</notification>\n");
        }
    }

    @Test
    void anExplicitResultOverridesTheDigitsUntilTheReset() throws Exception {
        try (FakeSmsPartner fake = builder.start()) {
            fake.answering(Numbers.number(1), HlrStatus.EC_CALL_BARRED);

            submit(fake, "+33639980001");
            assertThat(receiver.next().form()).containsEntry("errorGrpId", "13");

            fake.reset();
            submit(fake, "+33639980001");
            assertThat(receiver.next().form()).containsEntry("errorGrpId", "1");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> fake.answering(Numbers.number(1), HlrStatus.UNKNOWN));
        }
    }

    @Test
    void eachNumberOfSeveralRequestsIsPostedOnceWithAnIdOfItsOwn() throws Exception {
        Set<String> phones = new HashSet<>();
        Set<String> ids = new HashSet<>();
        try (FakeSmsPartner fake = builder.start()) {
            for (int request = 0; request < 4; request++) {
                submit(fake, numbers(request * 500, 500));
            }
            fake.awaitNotifications(Duration.ofSeconds(60));

            assertThat(fake).hasDelivered(2000);
            while (receiver.waiting() > 0) {
                Map<String, String> result = receiver.next().form();
                phones.add(result.get("phone"));
                ids.add(result.get("messageId"));
            }
            assertThat(phones).hasSize(2000);
            assertThat(ids).hasSize(2000);
        }
    }

    @Test
    void aResultThatMeetsA5xxIsPostedAgainLaterWithTheSameId() throws Exception {
        receiver.answering(503, 500);
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980000");

            String first = receiver.next().body();
            assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(1, 0, 0, 0, 0));
            advanceUntilReceived();
            assertThat(receiver.next().body()).isEqualTo(first);
            advanceUntilReceived();
            assertThat(receiver.next().body()).isEqualTo(first);

            fake.awaitNotifications(LONG);
            assertThat(fake).hasDelivered(1);
            assertThat(fake.journal().notifications().get(0).attempts()).isEqualTo(3);
        }
    }

    @Test
    void aResultIsGivenUpAfterFourAttempts() throws Exception {
        receiver.answering(500, 500, 500, 502, 204);
        ManualTicker passing = ManualTicker.advancingItself();
        try (FakeSmsPartner fake = builder.ticker(passing).start()) {
            submit(fake, "+33639980000");

            fake.awaitNotifications(LONG);

            assertThat(receiver.waiting()).isEqualTo(4);
            assertThat(Duration.ofNanos(passing.nanos())).isGreaterThanOrEqualTo(Duration.ofMillis(6200));
            assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(0, 0, 1, 0, 0));
            assertThat(fake.journal().notifications().get(0).lastAnswer()).isEqualTo(OptionalInt.of(502));
        }
    }

    @Test
    void aReceiverThatIsNotThereIsTriedFourTimes() throws Exception {
        receiver.close();
        try (FakeSmsPartner fake =
                builder.ticker(ManualTicker.advancingItself()).start()) {
            submit(fake, "+33639980000");

            fake.awaitNotifications(LONG);

            SentNotification sent = fake.journal().notifications().get(0);
            assertThat(sent.attempts()).isEqualTo(4);
            assertThat(sent.lastAnswer()).isEmpty();
            assertThat(sent.isAcknowledged()).isFalse();
        }
    }

    @Test
    void a4xxIsFinal() throws Exception {
        receiver.answering(400);
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980000");

            fake.awaitNotifications(LONG);

            assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(0, 0, 1, 0, 0));
            assertThat(fake.journal().notifications().get(0).attempts()).isEqualTo(1);
        }
    }

    @Test
    void addressesOfOtherMachinesAndAddressesThatAreNoneAreNotCalled() throws Exception {
        try (FakeSmsPartner fake = builder.start()) {
            Caller caller = new Caller(fake);
            caller.submit("+33639980000", "notifyUrl", "https://results.example/hlr");
            caller.submit("+33639980000", "notifyUrl", "file:///results");
            caller.submit("+33639980000", "notifyUrl", "no address at all");
            caller.submit("+33639980000");

            fake.awaitNotifications(LONG);

            assertThat(fake).hasBilledNumbers(4);
            assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(0, 0, 0, 3, 0));
            assertThat(fake.journal().notifications()).allMatch(sent -> sent.attempts() == 0);
        }
    }

    @Test
    void assumed_A06_resultsMayBePostedBeforeTheReply() throws Exception {
        try (FakeSmsPartner fake = builder.notifying(
                        NotificationScenario.orderly().beforeTheReply())
                .start()) {
            submit(fake, "+33639980000,+33639980001");

            assertThat(receiver.waiting()).isEqualTo(2);
            assertThat(fake).hasDelivered(2);
        }
    }

    @Test
    void waitingForResultsThatDoNotComeFailsWithTheCounts() throws Exception {
        receiver.answering(503);
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980000");
            receiver.next();

            assertThatExceptionOfType(HlrException.class)
                    .isThrownBy(() -> fake.awaitNotifications(Duration.ofMillis(5)))
                    .withMessage("after PT0.005S results are still pending:"
                            + " NotificationCounts[pending=1, acknowledged=0, refused=0, unanswered=0, lost=0]");
        }
    }

    @Test
    void aResetDropsWhatWaitsToBePostedAgain() throws Exception {
        receiver.answering(503);
        try (FakeSmsPartner fake = builder.start()) {
            submit(fake, "+33639980000");
            receiver.next();
            fake.reset();

            assertThat(fake).hasReceived(0).hasBilledNothing();
            assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(0, 0, 0, 0, 0));
            ticker.advance(Duration.ofMinutes(1));
            submit(fake, "+33639980005");
            assertThat(receiver.next().form()).containsEntry("phone", "+33639980005");
            fake.awaitNotifications(LONG);
            assertThat(fake).hasDelivered(1);
        }
    }

    private void advanceUntilReceived() {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (receiver.waiting() == 0 && System.nanoTime() < deadline) {
            ticker.advance(Duration.ofMillis(100));
            Thread.onSpinWait();
        }
    }

    private void submit(FakeSmsPartner fake, String numbers) throws Exception {
        assertThat(new Caller(fake).submit(numbers, "notifyUrl", receiver.url()).statusCode())
                .isEqualTo(200);
    }

    private static String numbers(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(Numbers::number)
                .map(PhoneNumber::e164)
                .collect(Collectors.joining(","));
    }
}
