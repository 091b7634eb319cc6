package io.github.hlr4j.it.faults;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FakeSmsPartnerExtension;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong, a request is sent once and its outcome says the truth about the bill: the fake knows it.
 *
 * <p>A request that is followed by a redirect, or sent again, would show up in the journal; one to another path fails the
 * test.
 */
class FaultsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final PhoneNumber FIRST = PhoneNumber.parse("+33639980000");
    private static final PhoneNumber NUMBER = PhoneNumber.parse("+33639980001");
    private static final PhoneNumber NEXT = PhoneNumber.parse("+33639980005");

    @RegisterExtension
    static final FakeSmsPartnerExtension SERVER = new FakeSmsPartnerExtension();

    static Stream<Arguments> kindsAndFormats() {
        return Stream.of(FaultKind.values())
                .flatMap(kind -> Stream.of(ReplyFormat.values()).map(format -> Arguments.of(kind, format)));
    }

    private final HttpTransport transport = JdkHttpTransport.create();

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @MethodSource("kindsAndFormats")
    void onAFreshConnection(FaultKind kind, ReplyFormat format, FakeSmsPartner fake) {
        fake.failing(kind, 1);

        Submission outcome = submit(fake, request(NUMBER, format), patienceWith(kind));

        isRight(outcome, kind, false, fake);
        goesOn(fake);
    }

    @ParameterizedTest
    @EnumSource
    void onAUsedConnection(FaultKind kind, FakeSmsPartner fake) {
        assertThat(submit(fake, request(FIRST, ReplyFormat.JSON), LONG)).isAccepted();
        fake.failing(kind, 1);

        Submission outcome = submit(fake, request(NUMBER, ReplyFormat.JSON), patienceWith(kind));

        isRight(outcome, kind, true, fake);
        goesOn(fake);
    }

    private static Duration patienceWith(FaultKind kind) {
        return FaultTable.isEndedByTheDeadlineAlone(kind) ? SHORT : LONG;
    }

    private static void isRight(Submission outcome, FaultKind kind, boolean onUsedConnection, FakeSmsPartner fake) {
        assertThat(outcome)
                .isInstanceOfAny(FaultTable.outcomes(kind, onUsedConnection).toArray(Class<?>[]::new));
        assertThat(FaultTable.lieAbout(NUMBER, kind, outcome, fake)).isEmpty();
    }

    /** Nothing of the fault is left on the connection: the next reply is the one to the next request. */
    private void goesOn(FakeSmsPartner fake) {
        fake.recover();
        assertThat(submit(fake, request(NEXT, ReplyFormat.JSON), LONG)).isAcceptedFor(1);
        assertThat(fake).hasBilledOnce(NEXT);
    }

    /** A client of its own for each request, so that no quota waits; the connections are those of one transport. */
    private Submission submit(FakeSmsPartner fake, VerificationRequest request, Duration timeout) {
        try (HlrClient hlr = HlrClient.builder(fake.key())
                .baseUrl(fake.baseUrl())
                .transport(transport)
                .timeout(timeout)
                .build()) {
            return hlr.submit(request);
        }
    }

    private static VerificationRequest request(PhoneNumber number, ReplyFormat format) {
        return VerificationRequest.of(number).replyingIn(format);
    }
}
