package io.github.hlr4j.callback;

import static io.github.hlr4j.Fixtures.number;
import static io.github.hlr4j.callback.CallbackResponse.MALFORMED;
import static io.github.hlr4j.callback.CallbackResponse.METHOD_NOT_ALLOWED;
import static io.github.hlr4j.callback.CallbackResponse.TAKEN;
import static io.github.hlr4j.callback.CallbackResponse.UNAVAILABLE;
import static io.github.hlr4j.callback.CallbackResponse.UNSUPPORTED_TYPE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.WordFormat;
import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.RefusalCause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackReceiverTest {

    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final Correlation REQUEST = new Correlation(1, 2);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String RESULT = "phone=%2B33639980001&errorGrpId=0&errorName=NO_ERROR";

    private final CallbackKeys keys = CallbackKeys.create();
    private final List<HlrNotification> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<HlrEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final String token = keys.sign(REQUEST, NOW.plusSeconds(60));
    private final CallbackReceiver receiver =
            receiver((request, results) -> handled.addAll(results)).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | phone=33639980001",
                "application/x-www-form-urlencoded | {33639980001",
                "application/x-www-form-urlencoded | [33639980001",
                "application/json                  | <33639980001",
                "text/plain                        | ' \r\n\t{33639980001'",
                "text/plain                        | '\u00EF\u00BB\u00BF{33639980001'",
                "text/plain                        | ' phone=33639980001'"
            })
    void assumed_A03_theFirstByteDecidesWhereItAndTheContentTypeDisagree(String type, String body) {
        CallbackResponse answer = post(receiver, type, body);

        assertThat(answer).isEqualTo(TAKEN);
        assertThat(handled).extracting(HlrNotification::phone).containsExactly(number(1));
    }

    @ParameterizedTest
    @CsvSource({
        "phone=33639980001, 16384, TAKEN", "phone=33639980001, 16385, TOO_LARGE",
        "{33639980001, 262144, TAKEN", "{33639980001, 262145, TOO_LARGE",
        "<33639980001, 262144, TAKEN", "<33639980001, 262145, TOO_LARGE"
    })
    void aFormMayHave16KibibytesAndOtherFormats256(String start, int size, CallbackResponse answer) {
        String filler = start.startsWith("phone") ? "&" : " ";

        assertThat(post(receiver, FORM, start + filler.repeat(size - start.length())))
                .isEqualTo(answer);
        assertThat(handled).hasSize(answer == TAKEN ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MALFORMED",
        "'   ', MALFORMED",
        "nothing, MALFORMED",
        "errorGrpId=0, MALFORMED",
        "phone=abc, MALFORMED",
        "phone=33639980001&phone=33639980002, MALFORMED",
        "{malformed, MALFORMED",
        "[33639980001 abc, MALFORMED",
        "{breaks-decoder, UNAVAILABLE",
        "phone=33639980099, MALFORMED",
        "[33639980001 33639980099, MALFORMED"
    })
    void aBodyThatCannotBeReadOrSpeaksOfForeignPhonesIsRefusedWhole(String body, CallbackResponse answer) {
        assertThat(post(receiver, FORM, body)).isEqualTo(answer);

        assertThat(handled).isEmpty();
        assertThat(events).singleElement().isInstanceOfSatisfying(HlrEvent.NotificationRefused.class, event -> {
            assertThat(event.httpStatus()).isEqualTo(answer.status());
            assertThat(event.correlation()).contains(REQUEST);
        });
    }

    @Test
    void namesAForeignPhoneMasked() {
        post(receiver, FORM, "phone=33639980099");

        assertThat(events)
                .containsExactly(new HlrEvent.NotificationRefused(
                        RefusalCause.PHONE,
                        400,
                        "the phone +33*******99 was not asked about in this request",
                        Optional.of(REQUEST)));
    }

    @Test
    void anyPhoneIsTakenWhereTheRequestIsNotKnown() {
        CallbackReceiver knowsNothing = receiver((request, results) -> handled.addAll(results))
                .requests(request -> Optional.empty())
                .build();

        assertThat(post(knowsNothing, FORM, "phone=33639980099")).isEqualTo(TAKEN);
        assertThat(handled).extracting(HlrNotification::phone).containsExactly(number(99));
    }

    @Test
    void aFormatWithoutItsModuleIsUnsupported() {
        CallbackReceiver jsonOnly = receiver((request, results) -> handled.addAll(results))
                .formats(new WordFormat(ReplyFormat.JSON))
                .build();

        assertThat(post(jsonOnly, FORM, "<33639980001")).isEqualTo(UNSUPPORTED_TYPE);
        assertThat(post(jsonOnly, FORM, "{33639980001")).isEqualTo(TAKEN);
        assertThat(events.get(0))
                .isEqualTo(new HlrEvent.NotificationRefused(
                        RefusalCause.TYPE, 415, "no module for XML is present", Optional.of(REQUEST)));
    }

    @Test
    void assumed_A06_acknowledgesOnlyWhatTheHandlerTook() {
        List<String> attempts = new ArrayList<>();
        InvalidInputException failure = new InvalidInputException("the database is away");
        CallbackReceiver failsOnce = receiver((request, results) -> {
                    attempts.add(request.toString());
                    if (attempts.size() == 1) {
                        throw failure;
                    }
                    handled.addAll(results);
                })
                .build();

        assertThat(post(failsOnce, FORM, RESULT)).isEqualTo(UNAVAILABLE);
        assertThat(post(failsOnce, FORM, RESULT)).isEqualTo(TAKEN);
        assertThat(post(failsOnce, FORM, RESULT)).isEqualTo(TAKEN);

        assertThat(attempts).hasSize(2);
        assertThat(handled).hasSize(1);
        assertThat(events)
                .containsExactly(
                        new HlrEvent.HandOverFailed(REQUEST, failure),
                        new HlrEvent.NotificationTaken(REQUEST, 1, 0, 0, Duration.ZERO),
                        new HlrEvent.NotificationTaken(REQUEST, 0, 1, 0, Duration.ZERO));
    }

    @Test
    void assumed_A06_doesNotAcknowledgeWhereTheNumbersOfARequestCannotBeLookedUp() {
        CallbackReceiver blind = receiver((request, results) -> handled.addAll(results))
                .requests(request -> {
                    throw new HlrException("the ledger is away");
                })
                .build();

        assertThat(post(blind, FORM, RESULT)).isEqualTo(UNAVAILABLE);
        assertThat(handled).isEmpty();
    }

    @Test
    void assumed_A06_aDuplicateIsAcknowledgedAndHandedOverOnce() {
        assertThat(post(receiver, FORM, RESULT)).isEqualTo(TAKEN);
        assertThat(post(receiver, FORM, RESULT + "&messageId=2&date=2018-03-05T10:34:52Z"))
                .isEqualTo(TAKEN);

        assertThat(handled).hasSize(1);
    }

    @Test
    void aContradictionIsAcknowledgedAndReported() {
        post(receiver, FORM, RESULT);

        assertThat(post(receiver, FORM, "phone=33639980001&errorName=EC_CALL_BARRED"))
                .isEqualTo(TAKEN);
        assertThat(handled).extracting(HlrNotification::status).containsExactly(HlrStatus.NO_ERROR);
        assertThat(events.get(1)).isInstanceOfSatisfying(HlrEvent.ResultConflict.class, conflict -> {
            assertThat(conflict.correlation()).isEqualTo(REQUEST);
            assertThat(conflict.dropped().status()).isEqualTo(HlrStatus.EC_CALL_BARRED);
        });
        assertThat(events.get(2)).isEqualTo(new HlrEvent.NotificationTaken(REQUEST, 0, 0, 1, Duration.ZERO));
    }

    @Test
    void severalResultsAreHandedOverTogether() {
        List<List<HlrNotification>> calls = new ArrayList<>();
        CallbackReceiver together =
                receiver((request, results) -> calls.add(results)).build();

        assertThat(post(together, FORM, "[33639980001 33639980002 33639980001 33639980002=EC_CALL_BARRED"))
                .isEqualTo(TAKEN);
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0)).extracting(HlrNotification::phone).containsExactly(number(1), number(2));
        assertThat(events).last().isEqualTo(new HlrEvent.NotificationTaken(REQUEST, 2, 1, 1, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"x, 2048, TAKEN", "x, 2049, MALFORMED", "%C3%A9, 1024, TAKEN", "%C3%A9, 1025, MALFORMED"})
    void aValueOfMoreThanTwoKibibytesIsRefused(String character, int count, CallbackResponse answer) {
        assertThat(post(receiver, FORM, RESULT + "&errorDesc=" + character.repeat(count)))
                .isEqualTo(answer);
    }

    @Test
    void aBodyThatIsLostIsReportedAndAnsweredAsTheAdapterWants() {
        Admission admission = receiver.admit(new CallbackRequest("POST", "/hlr/" + token, Optional.of(FORM), 100));

        assertThat(((Admission.Admitted) admission).lost(CallbackResponse.TIMED_OUT))
                .isEqualTo(CallbackResponse.TIMED_OUT);
        assertThat(events)
                .containsExactly(new HlrEvent.NotificationRefused(
                        RefusalCause.DELIVERY, 408, "the body did not arrive whole and in time", Optional.of(REQUEST)));
    }

    @Test
    void aListenerThatThrowsCostsNothing() {
        CallbackReceiver deaf = receiver((request, results) -> handled.addAll(results))
                .events(event -> {
                    throw new IllegalStateException("the counter is broken");
                })
                .build();

        assertThat(post(deaf, FORM, RESULT)).isEqualTo(TAKEN);
        assertThat(post(deaf, FORM, "nothing")).isEqualTo(MALFORMED);
        assertThat(deaf.admit(new CallbackRequest("GET", token, Optional.empty(), -1)))
                .isEqualTo(new Admission.Refused(METHOD_NOT_ALLOWED));
        assertThat(handled).hasSize(1);
    }

    @Test
    void aHundredEqualNotificationsFromSixteenThreadsAreHandedOverOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CyclicBarrier together = new CyclicBarrier(16);
        try {
            List<Future<CallbackResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return post(receiver, FORM, RESULT);
                }));
            }
            for (int i = 16; i < 100; i++) {
                answers.add(threads.submit(() -> post(receiver, FORM, RESULT)));
            }
            for (Future<CallbackResponse> answer : answers) {
                assertThat(answer.get()).isEqualTo(TAKEN);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(handled).hasSize(1);
        assertThat(events)
                .hasSize(100)
                .containsOnlyOnce(new HlrEvent.NotificationTaken(REQUEST, 1, 0, 0, Duration.ZERO));
    }

    private CallbackReceiver.Builder receiver(NotificationHandler handler) {
        Set<PhoneNumber> asked = Set.of(number(1), number(2));
        return CallbackReceiver.builder(keys, handler)
                .requests(request -> request.equals(REQUEST) ? Optional.of(asked) : Optional.empty())
                .formats(new WordFormat(ReplyFormat.JSON), new WordFormat(ReplyFormat.XML))
                .clock(InstantSource.fixed(NOW))
                .ticker(() -> 0)
                .events(events::add);
    }

    private CallbackResponse post(CallbackReceiver to, String type, String body) {
        Admission admission = to.admit(new CallbackRequest("POST", "/hlr/" + token, Optional.of(type), body.length()));
        return admission instanceof Admission.Admitted admitted
                ? admitted.receive(body.getBytes(ISO_8859_1))
                : ((Admission.Refused) admission).response();
    }
}
