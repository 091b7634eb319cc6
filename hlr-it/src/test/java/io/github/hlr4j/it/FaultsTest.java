package io.github.hlr4j.it;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** The kinds that only a deadline ends. */
    private static final Set<FaultKind> WAITING = EnumSet.of(
            FaultKind.STALL_WHILE_READING,
            FaultKind.STALL_AFTER_READING,
            FaultKind.FLOOD_WITH_INTERIM_REPLIES,
            FaultKind.DRIP_HEADERS,
            FaultKind.DRIP_BODY);

    private static final PhoneNumber FIRST = PhoneNumber.parse("+33639980000");
    private static final PhoneNumber NUMBER = PhoneNumber.parse("+33639980001");
    private static final PhoneNumber NEXT = PhoneNumber.parse("+33639980005");

    private static final Class<?> ACCEPTED = Submission.Accepted.class;
    private static final Class<?> REJECTED = Submission.Rejected.class;
    private static final Class<?> THROTTLED = Submission.Throttled.class;
    private static final Class<?> NOT_SENT = Submission.NotSent.class;
    private static final Class<?> UNCONFIRMED = Submission.Unconfirmed.class;

    /** Accepted where the connection broke so early that another one was made, and nothing had been sent over the first. */
    private static final List<Class<?>> BEFORE_READING = List.of(NOT_SENT, UNCONFIRMED, ACCEPTED);

    /** Every kind that is not named is {@code Unconfirmed}, which is always true and never comfortable. */
    private static final Map<FaultKind, List<Class<?>>> OTHER_OUTCOMES = new TreeMap<>(Map.ofEntries(
            Map.entry(FaultKind.REFUSE_CONNECTION, List.of(NOT_SENT)),
            Map.entry(FaultKind.CLOSE_BEFORE_READING, BEFORE_READING),
            Map.entry(FaultKind.RESET_BEFORE_READING, BEFORE_READING),
            Map.entry(FaultKind.WRONG_NUMBER, List.of(ACCEPTED)),
            Map.entry(FaultKind.WRONG_COST, List.of(ACCEPTED)),
            Map.entry(FaultKind.PAGE_WITH_404, List.of(REJECTED)),
            Map.entry(FaultKind.THROTTLE, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_SECONDS, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_UNTIL_A_DATE, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_LESS_THAN_NOTHING, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_AGES, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_NOBODY_KNOWS, List.of(THROTTLED))));

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

        assertThat(outcome).isInstanceOfAny(expected(kind));
        holdsTheTruth(outcome, kind, fake);
        goesOn(fake);
    }

    @ParameterizedTest
    @EnumSource
    void onAUsedConnection(FaultKind kind, FakeSmsPartner fake) {
        assertThat(submit(fake, request(FIRST, ReplyFormat.JSON), LONG)).isAccepted();
        fake.failing(kind, 1);

        Submission outcome = submit(fake, request(NUMBER, ReplyFormat.JSON), patienceWith(kind));

        if (kind != FaultKind.REFUSE_CONNECTION) {
            assertThat(outcome).isInstanceOfAny(expected(kind));
        }
        holdsTheTruth(outcome, kind, fake);
        goesOn(fake);
    }

    private static Duration patienceWith(FaultKind kind) {
        return WAITING.contains(kind) ? SHORT : LONG;
    }

    private static Class<?>[] expected(FaultKind kind) {
        return OTHER_OUTCOMES.getOrDefault(kind, List.of(UNCONFIRMED)).toArray(Class<?>[]::new);
    }

    private static void holdsTheTruth(Submission outcome, FaultKind kind, FakeSmsPartner fake) {
        assertThat(fake).hasBilled(NUMBER, kind.isBilled() || outcome instanceof Submission.Accepted ? 1 : 0);
        assertThat(fake.journal().submissions())
                .filteredOn(received -> received.numbers().contains(NUMBER))
                .hasSizeLessThanOrEqualTo(1);
        if (outcome.safeToResubmit() || outcome instanceof Submission.Rejected) {
            assertThat(fake).hasBilled(NUMBER, 0);
        }
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
