package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;
import static java.util.stream.Collectors.joining;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.FormNotificationDecoder;
import io.github.hlr4j.testkit.SentNotification.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scenario does to the results of a request, seen by whoever receives them. */
class NotificationScenarioTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final NotificationScenario ORDERLY = NotificationScenario.orderly();

    private final ManualTicker ticker = ManualTicker.create();
    private FakeSmsPartner fake;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        fake = FakeSmsPartner.builder().ticker(ticker).start();
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
        fake.close();
    }

    @Test
    void assumed_A04_aSloppyFormLeavesThePlusAsItIs() throws Exception {
        fake.notifying(ORDERLY.in(NotificationStyle.SLOPPY_FORM));
        submit(27);

        Receiver.Received result = receiver.next();

        assertThat(result.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(result.body()).startsWith("phone=+33639980027&messageId=").matches(".*&date=2\\S+\\+0000");
        assertThat(HlrNotification.fromFields(new FormNotificationDecoder()
                        .decode(result.body().getBytes(StandardCharsets.UTF_8))
                        .get(0)))
                .isFor(Numbers.number(27))
                .hasStatus(HlrStatus.EC_ABSENT_SUBSCRIBER);
    }

    @Test
    void assumed_A03_jsonMayComeUnderTheContentTypeOfAForm() throws Exception {
        fake.notifying(ORDERLY.in(NotificationStyle.JSON_AS_FORM));
        submit(27);

        Receiver.Received result = receiver.next();

        assertThat(result.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(result.body()).startsWith("{\"phone\":\"+33639980027\",");
    }

    @Test
    void assumed_A03_anArrayCarriesUpToFiftyResultsOfARequest() throws Exception {
        fake.notifying(ORDERLY.in(NotificationStyle.JSON_ARRAY));
        submit(IntStream.range(0, 120).toArray());
        fake.awaitNotifications(LONG);

        List<Long> sizes = Stream.of(receiver.next(), receiver.next(), receiver.next())
                .map(post -> post.body().lines().collect(joining()))
                .peek(body -> assertThat(body).startsWith("[{").endsWith("}]"))
                .map(body -> body.chars().filter(c -> c == '{').count())
                .toList();

        assertThat(sizes).containsExactlyInAnyOrder(50L, 50L, 20L);
        assertThat(fake).hasDelivered(120);
    }

    @Test
    void stylesAreMixedInTurn() throws Exception {
        fake.notifying(ORDERLY.in(NotificationStyle.FORM, NotificationStyle.JSON, NotificationStyle.XML));
        submit(IntStream.range(0, 6).toArray());
        fake.awaitNotifications(LONG);

        List<String> types = new ArrayList<>();
        while (receiver.waiting() > 0) {
            types.add(receiver.next().contentType());
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "application/x-www-form-urlencoded",
                        "application/json",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "application/json",
                        "application/xml");
    }

    @Test
    void assumed_A06_resultsMayComeLate() throws Exception {
        fake.notifying(ORDERLY.delayedBy(Duration.ofMinutes(10)));
        submit(27);
        ticker.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(1, 0, 0, 0, 0));
        assertThat(receiver.waiting()).isZero();

        ticker.advance(Duration.ofNanos(1));

        assertThat(receiver.next().form()).containsEntry("phone", "+33639980027");
    }

    @Test
    void assumed_A06_resultsMayLeaveInAnotherOrderTheSameOneForASeed() {
        int[] numbers = IntStream.range(0, 50).toArray();
        List<PhoneNumber> sent = IntStream.of(numbers).mapToObj(Numbers::number).toList();
        List<PhoneNumber> orderly = orderOf(ORDERLY, numbers);
        List<PhoneNumber> shuffled = orderOf(ORDERLY.shuffled(42), numbers);

        assertThat(orderly).isEqualTo(sent);
        assertThat(shuffled).isNotEqualTo(sent).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(orderOf(ORDERLY.shuffled(42), numbers)).isEqualTo(shuffled);
        assertThat(orderOf(ORDERLY.shuffled(43), numbers)).isNotEqualTo(shuffled);
    }

    @Test
    void assumed_A06_aResultMayComeTwiceWithTheSameId() throws Exception {
        fake.notifying(ORDERLY.duplicating(Numbers.number(6)::equals));
        submit(5, 6);
        fake.awaitNotifications(LONG);

        assertThat(fake).hasDelivered(3);
        List<String> bodies = List.of(
                receiver.next().body(), receiver.next().body(), receiver.next().body());
        assertThat(bodies.stream().filter(body -> body.contains("639980006"))).hasSize(2);
        assertThat(bodies.stream().distinct()).hasSize(2);
        assertThat(fake.journal().notifications())
                .extracting(SentNotification::kind)
                .containsExactlyInAnyOrder(Kind.FIRST, Kind.FIRST, Kind.DUPLICATE);
    }

    @Test
    void assumed_A06_aResultMayBeLost() throws Exception {
        fake.notifying(ORDERLY.losing(Numbers.number(6)::equals).duplicating(number -> true));
        submit(5, 6, 7);
        fake.awaitNotifications(LONG);

        assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(0, 4, 0, 0, 1));
        assertThat(fake).hasDelivered(4).hasBilledNumbers(3);
        while (receiver.waiting() > 0) {
            assertThat(receiver.next().form().get("phone")).isNotEqualTo("+33639980006");
        }
    }

    @Test
    void anArrayLeavesOutWhatIsLost() throws Exception {
        fake.notifying(ORDERLY.in(NotificationStyle.JSON_ARRAY).losing(Numbers.number(6)::equals));
        submit(5, 6, 7);
        fake.awaitNotifications(LONG);

        assertThat(fake).hasDelivered(2);
        assertThat(fake.journal().notificationCounts().lost()).isOne();
    }

    @Test
    void aLaterResultMayContradictTheFirst() throws Exception {
        fake.notifying(ORDERLY.contradicting(number -> true));
        submit(0, 13);
        fake.awaitNotifications(LONG);

        assertThat(fake.journal().notifications())
                .filteredOn(sent -> sent.kind() == Kind.CONFLICT)
                .extracting(SentNotification::status)
                .containsExactlyInAnyOrder(HlrStatus.EC_ABSENT_SUBSCRIBER, HlrStatus.NO_ERROR);
        List<String> ids = new ArrayList<>();
        while (receiver.waiting() > 0) {
            ids.add(receiver.next().form().get("messageId"));
        }
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void theAttemptsAfterA5xxCanBeChosen() throws Exception {
        receiver.answering(500, 500, 500);
        fake.notifying(ORDERLY.retryingAfter(Duration.ZERO));
        submit(27);
        fake.awaitNotifications(LONG);

        assertThat(fake.journal().notifications().get(0)).wasPosted(2).wasAnswered(500);
    }

    @Test
    void aShareIsTheSameNumbersEachTime() {
        List<PhoneNumber> all =
                IntStream.range(0, 10_000).mapToObj(Numbers::number).toList();
        List<PhoneNumber> tenth =
                all.stream().filter(NotificationScenario.share(0.1)).toList();

        assertThat(tenth).hasSizeBetween(900, 1100);
        for (int from = 0; from < 10_000; from += 500) {
            assertThat(all.subList(from, from + 500).stream().filter(NotificationScenario.share(0.1)))
                    .hasSizeBetween(20, 90);
        }
        assertThat(all.stream().filter(NotificationScenario.share(0.1))).isEqualTo(tenth);
        assertThat(all.stream().filter(NotificationScenario.share(0))).isEmpty();
        assertThat(all.stream().filter(NotificationScenario.share(1))).hasSize(10_000);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> NotificationScenario.share(1.1));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> NotificationScenario.share(Double.NaN));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(ORDERLY::in);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ORDERLY.delayedBy(Duration.ofNanos(-1)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ORDERLY.retryingAfter(Duration.ofNanos(-1)));
    }

    @Test
    void itDescribesItself() {
        assertThat(ORDERLY.in(NotificationStyle.JSON)
                        .beforeTheReply()
                        .shuffled(1)
                        .losing(number -> true)
                        .toString())
                .isEqualTo("NotificationScenario[styles=[JSON], before the reply, shuffled, losing]");
    }

    @Test
    void anAddressThatCannotBeCalledCostsItsOwnResultAndNoOther() throws Exception {
        for (int i = 0; i < 5; i++) {
            new Caller(fake).submit("+33639980005", "notifyUrl", "http://127.0.0.1:70000/");
        }
        submit(27);
        fake.awaitNotifications(LONG);

        assertThat(fake.journal().notificationCounts()).isEqualTo(new NotificationCounts(0, 1, 0, 5, 0));
    }

    @Test
    void aScenarioThatThrowsIsToldToWhoeverWaits() throws Exception {
        fake.notifying(ORDERLY.losing(number -> {
            throw new IllegalStateException("a mistake of the test");
        }));

        assertThat(new Caller(fake)
                        .submit("+33639980027", "notifyUrl", receiver.url())
                        .statusCode())
                .isEqualTo(500);

        assertThatExceptionOfType(HlrException.class)
                .isThrownBy(() -> fake.awaitNotifications(LONG))
                .withCauseInstanceOf(IllegalStateException.class);
        assertThatExceptionOfType(HlrException.class).isThrownBy(fake::close);
        fake = FakeSmsPartner.start();
    }

    @Test
    void aResetBringsTheUsualScenarioBack() throws Exception {
        fake.notifying(ORDERLY.losing(number -> true));
        fake.reset();
        submit(27);

        assertThat(receiver.next().form()).containsEntry("phone", "+33639980027");
    }

    /** The order in which posts begin; several are under way at once, so that they end in any. */
    private static List<PhoneNumber> orderOf(NotificationScenario scenario, int... numbers) {
        PackedNumbers packed = PackedNumbers.parse(commaSeparated(numbers)).orElseThrow();
        CampaignRun run = new CampaignRun(
                new Campaign(CampaignId.of("HLR000001"), packed, Optional.empty(), 0),
                Optional.empty(),
                scenario,
                new ResultWriter(InstantSource.system()));
        return Stream.generate(run::next)
                .limit(numbers.length)
                .flatMap(post -> post.ended(OptionalInt.empty()).stream())
                .map(SentNotification::phone)
                .toList();
    }

    private void submit(int... lastDigits) throws Exception {
        assertThat(new Caller(fake)
                        .submit(commaSeparated(lastDigits), "notifyUrl", receiver.url())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String commaSeparated(int... lastDigits) {
        return IntStream.of(lastDigits)
                .mapToObj(Numbers::number)
                .map(PhoneNumber::e164)
                .collect(joining(","));
    }
}
