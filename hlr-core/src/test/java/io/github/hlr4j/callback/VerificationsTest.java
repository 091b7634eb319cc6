package io.github.hlr4j.callback;

import static io.github.hlr4j.Fixtures.KEY;
import static io.github.hlr4j.Fixtures.number;
import static io.github.hlr4j.callback.CallbackResponse.MALFORMED;
import static io.github.hlr4j.callback.CallbackResponse.TAKEN;
import static io.github.hlr4j.callback.CallbackResponse.UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.SubmissionException;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.WordFormat;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.TransportException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationsTest {

    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final VerificationRequest ONE = VerificationRequest.of(number(1));
    private static final VerificationRequest TWO = VerificationRequest.of(number(1), number(2));

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final List<HlrNotification> handled = new ArrayList<>();
    private String reply = "200 accepted";
    private Runnable beforeReply = () -> {};
    private String sentBody = "";
    private final Verifications verifications = builder().build();

    @Test
    void assumed_A05_eachRequestGetsAnAddressOfItsOwn() {
        PendingVerification first = verifications.start(ONE);
        String firstBody = sentBody;
        PendingVerification second = verifications.start(ONE);

        assertThat(first.request().notifyUrl().orElseThrow().toString())
                .startsWith("https://app.example/hlr/h1")
                .isNotEqualTo(second.request().notifyUrl().orElseThrow().toString());
        assertThat(firstBody)
                .contains("\"notifyUrl\":\"" + first.request().notifyUrl().orElseThrow() + "\"");
        assertThat(first.correlation()).isNotEqualTo(second.correlation());
        assertThat(first.request().numbers()).isEqualTo(ONE.numbers());
    }

    @Test
    void resultsCompleteTheirFutures() {
        PendingVerification pending = verifications.start(TWO);
        CompletableFuture<HlrNotification> first = pending.result(number(1));
        CompletableFuture<Map<PhoneNumber, HlrNotification>> all = pending.all();
        assertThat(pending.missing()).containsExactly(number(1), number(2));

        assertThat(answer(pending, 1)).isEqualTo(TAKEN);

        assertThat(first.join().phone()).isEqualTo(number(1));
        assertThat(pending.missing()).containsExactly(number(2));
        assertThat(pending.arrivedResults()).containsOnlyKeys(number(1));
        assertThat(all).isNotDone();

        assertThat(answer(pending, 2)).isEqualTo(TAKEN);

        assertThat(all.join().keySet()).containsExactly(number(1), number(2));
        assertThat(pending.missing()).isEmpty();
    }

    @Test
    @Timeout(20)
    void aContinuationMayWaitForAnotherResultOfTheSameRequest() throws Exception {
        PendingVerification pending = verifications.start(TWO);
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<HlrNotification> second = pending.result(number(1)).thenApply(first -> {
            waiting.countDown();
            return pending.result(number(2)).join();
        });
        CompletableFuture<CallbackResponse> firstAnswer = CompletableFuture.supplyAsync(() -> answer(pending, 1));
        waiting.await();

        assertThat(answer(pending, 2)).isEqualTo(TAKEN);

        assertThat(second.join().phone()).isEqualTo(number(2));
        assertThat(firstAnswer.join()).isEqualTo(TAKEN);
    }

    @Test
    void assumed_A06_anAnswerBeforeTheReplyIsNotLost() {
        AtomicReference<CallbackResponse> early = new AtomicReference<>();
        beforeReply = () -> early.set(post(sentAddress(), "phone=33639980001&errorName=NO_ERROR"));

        PendingVerification pending = verifications.start(ONE);

        assertThat(early).hasValue(TAKEN);
        assertThat(pending.result(number(1))).isCompleted();
        assertThat(answer(pending, 1)).as("a duplicate").isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown -", "500 -", "200 garbage"})
    void assumed_A06_aResultProvesAnUnconfirmedRequestAccepted(String unsure) {
        reply = unsure;
        PendingVerification pending = verifications.start(ONE);
        assertThat(pending.submission()).isInstanceOf(Submission.Unconfirmed.class);
        assertThat(pending.isAccepted()).isFalse();
        assertThat(pending.result(number(1))).isNotDone();

        answer(pending, 1);

        assertThat(pending.isAccepted()).isTrue();
        assertThat(pending.submission()).isInstanceOf(Submission.Unconfirmed.class);
        assertThat(pending.result(number(1))).isCompleted();
    }

    @ParameterizedTest
    @CsvSource({"200 refused, Rejected", "401 -, Rejected", "429 -, Throttled", "not-sent -, NotSent"})
    void aRequestThatWasNotAcceptedFailsItsFutures(String said, String outcome) {
        reply = said;
        PendingVerification pending = verifications.start(ONE);

        assertThat(pending.submission().getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(pending.isAccepted()).isFalse();
        assertThatThrownBy(() -> pending.result(number(1)).join()).hasCauseInstanceOf(SubmissionException.class);
        assertThatThrownBy(() -> pending.all().join()).hasCauseInstanceOf(SubmissionException.class);
        assertThat(pending.missing()).containsExactly(number(1));
        assertThat(answer(pending, 1)).as("nobody waits any more").isEqualTo(UNAVAILABLE);
    }

    @Test
    void anAcceptedRequestIsAcceptedBeforeAnyResult() {
        assertThat(verifications.start(ONE).isAccepted()).isTrue();
    }

    /** Seen from outside: what is no longer known to have been asked about is no longer refused as foreign. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestIsForgottenOnceEveryNumberIsAnswered(boolean beforeTheReply) {
        beforeReply = beforeTheReply ? () -> post(sentAddress(), "phone=33639980001") : () -> {};
        PendingVerification pending = verifications.start(ONE);
        if (!beforeTheReply) {
            assertThat(answer(pending, 2)).isEqualTo(MALFORMED);
            assertThat(answer(pending, 1)).isEqualTo(TAKEN);
        }

        assertThat(answer(pending, 2)).isEqualTo(UNAVAILABLE);
    }

    @Test
    void aRequestThatExpiredIsForgotten() {
        PendingVerification old = verifications.start(ONE);
        now.set(NOW.plus(Duration.ofMinutes(10)));
        verifications.start(ONE);

        now.set(NOW);
        assertThat(answer(old, 1)).isEqualTo(UNAVAILABLE);
    }

    @Test
    void aFutureIsACopy() {
        PendingVerification pending = verifications.start(ONE);

        pending.result(number(1)).completeExceptionally(new HlrException("timed out"));
        pending.all().cancel(true);

        assertThat(pending.result(number(1))).isNotDone();
        assertThat(pending.all()).isNotDone();
        answer(pending, 1);
        assertThat(pending.result(number(1))).isCompleted();
    }

    @Test
    void aNumberOfAnotherRequestHasNoFuture() {
        PendingVerification pending = verifications.start(ONE);

        assertThatThrownBy(() -> pending.result(number(2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the number +33*******02 is not in this request");
    }

    @Test
    void aPhoneOutsideItsRequestIsRefused() {
        PendingVerification pending = verifications.start(ONE);

        assertThat(answer(pending, 2)).isEqualTo(MALFORMED);
        assertThat(pending.missing()).containsExactly(number(1));
    }

    @Test
    void oneRequestDoesNotTouchAnother() {
        PendingVerification first = verifications.start(ONE);
        PendingVerification second = verifications.start(ONE);

        answer(second, 1);

        assertThat(first.result(number(1))).isNotDone();
        assertThat(second.result(number(1))).isCompleted();
    }

    @Test
    void aStartGivesUpWhatHasExpiredAndNothingElse() {
        PendingVerification old = verifications.start(TWO);
        answer(old, 1);
        now.set(NOW.plus(Duration.ofMinutes(9)));
        PendingVerification young = verifications.start(ONE);

        now.set(NOW.plus(Duration.ofMinutes(10)).minusNanos(1));
        verifications.start(ONE);
        assertThat(old.result(number(2))).isNotDone();

        now.set(NOW.plus(Duration.ofMinutes(10)));
        verifications.start(ONE);
        assertThatThrownBy(() -> old.result(number(2)).join())
                .hasCauseInstanceOf(HlrException.class)
                .hasRootCauseMessage("no result arrived before the address expired");
        assertThat(old.result(number(1))).isCompleted();
        assertThat(old.missing()).containsExactly(number(2));
        assertThat(young.result(number(1))).isNotDone();
    }

    @Test
    void aResultThatNobodyWaitsForIsNotAcknowledgedWithoutAHandler() {
        CallbackKeys keys = CallbackKeys.create();
        Verifications restarted = builder().signedWith(keys).build();
        String address = CallbackAddresses.of(URI.create("https://app.example"), keys, Duration.ofDays(1), now::get)
                .of(new Correlation(1, 2))
                .toString();

        assertThat(post(restarted, address, "phone=33639980001")).isEqualTo(UNAVAILABLE);

        Verifications withHandler = builder()
                .signedWith(keys)
                .handler((request, results) -> handled.addAll(results))
                .build();
        assertThat(post(withHandler, address, "phone=33639980001")).isEqualTo(TAKEN);
        assertThat(handled).hasSize(1);
    }

    @Test
    void theHandlerHasAResultBeforeTheFuture() {
        List<Boolean> done = new ArrayList<>();
        AtomicReference<PendingVerification> pending = new AtomicReference<>();
        Verifications stored = builder()
                .handler((request, results) ->
                        done.add(pending.get().result(number(1)).isDone()))
                .build();
        pending.set(stored.start(ONE));

        post(stored, pending.get().request().notifyUrl().orElseThrow().toString(), "phone=33639980001");

        assertThat(done).containsExactly(false);
        assertThat(pending.get().result(number(1))).isCompleted();
    }

    @Test
    void aHandlerThatFailsLeavesTheFutureOpenAndTheResultIsSentAgain() {
        List<String> attempts = new ArrayList<>();
        Verifications fragile = builder()
                .handler((request, results) -> {
                    attempts.add("");
                    if (attempts.size() == 1) {
                        throw new HlrException("the database is away");
                    }
                })
                .build();
        PendingVerification pending = fragile.start(ONE);
        String address = pending.request().notifyUrl().orElseThrow().toString();

        assertThat(post(fragile, address, "phone=33639980001")).isEqualTo(UNAVAILABLE);
        assertThat(pending.result(number(1))).isNotDone();
        assertThat(post(fragile, address, "phone=33639980001")).isEqualTo(TAKEN);
        assertThat(pending.result(number(1))).isCompleted();
    }

    @Test
    void nobodyWaitsForARequestWhoseSubmissionThrew() {
        AtomicReference<CallbackResponse> early = new AtomicReference<>();
        beforeReply = () -> {
            early.set(post(sentAddress(), "phone=33639980001"));
            throw new StackOverflowError();
        };

        assertThatThrownBy(() -> verifications.start(TWO)).isInstanceOf(StackOverflowError.class);

        assertThat(early).hasValue(TAKEN);
        assertThat(post(sentAddress(), "phone=33639980002")).isEqualTo(UNAVAILABLE);
    }

    @Test
    void aReplyFormatThatIsNotPresentIsAnError() {
        assertThatThrownBy(() -> verifications.start(ONE.replyingIn(ReplyFormat.XML)))
                .isInstanceOf(ConfigurationException.class);
        assertThat(sentBody).isEmpty();
    }

    @Test
    void refusesARequestThatHasAnAddressAlready() {
        VerificationRequest own = ONE.notifying(URI.create("https://app.example/own"));

        assertThatThrownBy(() -> verifications.start(own))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the request already has an address for its results; here it gets its own");
    }

    @Test
    void mustKnowItsPublicUrl() {
        HlrClient client = HlrClient.builder(KEY)
                .transport(post -> new HttpReply(500, Map.of(), new byte[0]))
                .formats(new WordFormat(ReplyFormat.JSON))
                .build();

        assertThatThrownBy(() -> Verifications.builder(client).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Where does the service reach the receiver? Say it with at(URI).");
    }

    @Test
    void printsCountsAndNoAddress() {
        PendingVerification pending = verifications.start(TWO);

        assertThat(pending)
                .hasToString("PendingVerification[" + pending.correlation()
                        + ", Accepted[campaignId=HLR000000, numberCount=1, cost=0.005 EUR], 2 of 2 missing]");
    }

    private Verifications.Builder builder() {
        HlrClient client = HlrClient.builder(KEY)
                .transport(this::exchange)
                .formats(new WordFormat(ReplyFormat.JSON))
                .quota(wait -> usage -> {})
                .build();
        return Verifications.builder(client)
                .at(URI.create("https://app.example/hlr/"))
                .validFor(Duration.ofMinutes(10))
                .clock(now::get)
                .formats(new WordFormat(ReplyFormat.JSON));
    }

    private HttpReply exchange(HttpPost post) {
        sentBody = new String(post.body(), UTF_8);
        beforeReply.run();
        String[] parts = reply.split(" ", 2);
        return switch (parts[0]) {
            case "not-sent" -> throw new TransportException(Delivery.NOT_SENT, "connection refused", null);
            case "unknown" -> throw new TransportException(Delivery.UNKNOWN, "connection reset", null);
            default -> new HttpReply(Integer.parseInt(parts[0]), Map.of(), parts[1].getBytes(UTF_8));
        };
    }

    private String sentAddress() {
        String end = "\",\"_format\"";
        return sentBody.substring(sentBody.indexOf("https://app.example/hlr/"), sentBody.indexOf(end));
    }

    private CallbackResponse answer(PendingVerification pending, int index) {
        return post(
                pending.request().notifyUrl().orElseThrow().toString(),
                "phone=" + number(index).e164().substring(1) + "&errorName=NO_ERROR");
    }

    private CallbackResponse post(String address, String body) {
        return post(verifications, address, body);
    }

    private static CallbackResponse post(Verifications to, String address, String body) {
        Admission admission = to.receiver()
                .admit(new CallbackRequest("POST", URI.create(address).getRawPath(), Optional.empty(), -1));
        return ((Admission.Admitted) admission).receive(body.getBytes(UTF_8));
    }
}
