package io.github.hlr4j;

import static io.github.hlr4j.Fixtures.KEY;
import static io.github.hlr4j.Fixtures.KEY_TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.callback.InMemoryResultStore;
import io.github.hlr4j.callback.Verifications;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HlrEvent;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that holds a key, a token or a number is printed, as a log would, and searched for them. */
class SecretsTest {

    private static final PhoneNumber PHONE = PhoneNumber.parse("+33639980001");
    private static final Correlation REQUEST = new Correlation(1, 2);
    private static final Instant NOW = Instant.parse("2018-03-05T10:34:52Z");
    private static final CallbackKeys KEYS = CallbackKeys.create();
    private static final String TOKEN = KEYS.sign(REQUEST, NOW.plusSeconds(60));
    private static final URI ADDRESS = URI.create("https://app.example/hlr/" + TOKEN);

    @ParameterizedTest
    @MethodSource("holders")
    void nothingPrintsAKeyATokenOrAWholeNumber(Object holder) {
        assertHarmless(holder.toString());
    }

    static Stream<Object> holders() {
        VerificationRequest request = VerificationRequest.of(PHONE).notifying(ADDRESS);
        HlrNotification notification = HlrNotification.fromFields(
                Map.of("phone", PHONE.e164(), "errorName", PHONE.e164(), "errorDesc", PHONE.e164()));
        ApiError error = ApiError.of(14, "STOP: " + PHONE.e164(), 200);
        HlrClient client = client();
        byte[] body = (KEY_TEXT + PHONE.e164() + TOKEN).getBytes(UTF_8);
        return Stream.of(
                KEY,
                PHONE,
                request,
                notification,
                error,
                new Submission.Rejected(error),
                new SubmissionException(new Submission.Rejected(error)),
                client,
                HlrClient.builder(KEY),
                KEYS,
                CallbackAddresses.of(URI.create("https://app.example"), KEYS, Duration.ofDays(1), () -> NOW),
                new CallbackRequest("POST", ADDRESS.getPath(), Optional.empty(), 10),
                receiver(new ArrayList<>()),
                receiver(new ArrayList<>()).admit(new CallbackRequest("POST", ADDRESS.getPath(), Optional.empty(), 10)),
                new InMemoryResultStore(),
                verifications(client),
                verifications(client).start(VerificationRequest.of(PHONE)),
                new HttpPost(URI.create("https://api.example"), "a/b", "a/b", body, Duration.ofSeconds(1), 10),
                new HttpReply(200, Map.of("Location", ADDRESS.toString()), body),
                new HlrEvent.ResultConflict(REQUEST, notification));
    }

    @Test
    void whatIsWithheldIsToldBySize() {
        assertThat(new CallbackRequest("POST", ADDRESS.getPath(), Optional.empty(), 10))
                .hasToString("CallbackRequest[POST, 10 bytes]");
        assertThat(new HttpPost(
                        URI.create("https://api.example"), "a/b", "a/b", new byte[3], Duration.ofSeconds(1), 10))
                .hasToString("HttpPost[https://api.example, 3 bytes]");
        assertThat(new HttpReply(200, Map.of(), new byte[3])).hasToString("HttpReply[200, 3 bytes]");
    }

    @Test
    void noEventOfARefusalPrintsThem() {
        List<HlrEvent> events = new ArrayList<>();
        CallbackReceiver receiver = receiver(events);
        for (String body : List.of(
                "phone=33639980001&phone=33639980002",
                "phone=33639980001x",
                "phone=%2B336399800013363998",
                "{\"phone\"")) {
            Admission admission =
                    receiver.admit(new CallbackRequest("POST", ADDRESS.getPath(), Optional.empty(), body.length()));
            ((Admission.Admitted) admission).receive(body.getBytes(UTF_8));
        }
        receiver.admit(new CallbackRequest("GET", ADDRESS.getPath(), Optional.empty(), 10));
        receiver.admit(new CallbackRequest("POST", ADDRESS.getPath() + "x", Optional.empty(), 10));

        assertThat(events).hasSize(6).allSatisfy(event -> assertHarmless(event.toString()));
    }

    @Test
    void noWireExceptionPrintsThem() {
        HlrClient broken = HlrClient.builder(KEY)
                .transport(post -> new HttpReply(500, Map.of(), post.body()))
                .formats(new WordFormat(ReplyFormat.JSON))
                .build();

        Submission outcome = broken.submit(VerificationRequest.of(PHONE).notifying(ADDRESS));

        assertThat(outcome).isInstanceOf(Submission.Unconfirmed.class);
        assertHarmless(outcome.toString());
        assertHarmless(new SubmissionException(outcome).toString());
    }

    private static void assertHarmless(String printed) {
        assertThat(printed)
                .doesNotContain(KEY_TEXT)
                .doesNotContain(TOKEN)
                .doesNotContain("/h1")
                .doesNotContain(KEYS.toText().lines().toList().get(1).substring(2))
                .doesNotContainPattern("33639980001");
    }

    private static HlrClient client() {
        return HlrClient.builder(KEY)
                .transport(post -> new HttpReply(200, Map.of(), "accepted".getBytes(UTF_8)))
                .formats(new WordFormat(ReplyFormat.JSON))
                .build();
    }

    private static CallbackReceiver receiver(List<HlrEvent> events) {
        return CallbackReceiver.builder(KEYS, (request, results) -> {})
                .clock(InstantSource.fixed(NOW))
                .events(events::add)
                .build();
    }

    private static Verifications verifications(HlrClient client) {
        return Verifications.builder(client)
                .at(URI.create("https://app.example/hlr"))
                .signedWith(KEYS)
                .clock(() -> NOW)
                .build();
    }
}
