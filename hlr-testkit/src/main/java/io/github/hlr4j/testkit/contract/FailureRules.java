package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.socket.RawScript.answer;
import static io.github.hlr4j.testkit.socket.RawScript.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.socket.ClosedPort;
import io.github.hlr4j.testkit.socket.FullBacklog;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import io.github.hlr4j.testkit.socket.SelfSignedCertificate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a call without a complete reply says, and how often the request was sent. */
abstract class FailureRules extends ReplyRules {

    /** Some clients notice what is wrong with a reply only when their time is over. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private static final Duration DRIP = Duration.ofMillis(20);

    @TestFactory
    final Stream<DynamicTest> a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_fresh_connection() {
        return BrokenReplies.cutOff().entrySet().stream()
                .map(broken -> fresh(broken.getKey(), own -> isUnknown(own, 0, broken.getValue())));
    }

    @TestFactory
    final Stream<DynamicTest> a_connection_that_breaks_means_unknown_delivery_and_one_request_on_a_used_connection() {
        return BrokenReplies.cutOff().entrySet().stream()
                .map(broken -> fresh(broken.getKey(), own -> isUnknown(own, 1, broken.getValue())));
    }

    @TestFactory
    final Stream<DynamicTest>
            a_reply_that_is_not_http_means_unknown_delivery_one_request_and_the_end_of_its_connection() {
        return BrokenReplies.garbled().entrySet().stream()
                .map(garbled -> fresh(garbled.getKey(), own -> {
                    isUnknown(own, 0, garbled.getValue());
                    isUnknown(own, 1, garbled.getValue());
                    isGivenUp(own, garbled.getValue());
                }));
    }

    private static void isUnknown(HttpTransport own, int answeredBefore, RawScript broken) {
        RawScript fine = reply(200, "{}");
        try (RawHttpServer server =
                answeredBefore == 0 ? RawHttpServer.start(broken, fine) : RawHttpServer.start(fine, broken, fine)) {
            HttpPost post = Posts.to(server.http(Posts.PATH));
            for (int n = 0; n < answeredBefore; n++) {
                Attempt.of(own, post).reply();
            }
            Attempt broke = Attempt.of(own, Posts.to(server.http(Posts.PATH), LONG));
            assertThat(server.requests()).as("requests").isEqualTo(answeredBefore + 1);
            broke.failedWith(Delivery.UNKNOWN);
            Attempt.of(own, post).reply();
            assertThat(server.requests()).isEqualTo(answeredBefore + 2);
        }
    }

    @TestFactory
    final Stream<DynamicTest> a_deadline_ends_the_call_and_the_connection_and_the_delivery_is_unknown() {
        String head = "HTTP/1.1 200 OK\r\nX-Long: ";
        String bodyToCome = "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n";
        String dripped = "x".repeat(4000);
        return Stream.of(
                fresh(
                        "nothing is answered",
                        own -> endsByDeadline(own, answer("").then(RawConnection::hang))),
                fresh(
                        "half the request is read",
                        own -> endsByDeadline(own, connection -> {
                            connection.readBytes(10);
                            connection.hang();
                        })),
                fresh("the head drips", own -> endsByDeadline(own, answer(head).then(c -> c.drip(dripped, DRIP)))),
                fresh(
                        "the body drips",
                        own -> endsByDeadline(own, answer(bodyToCome).then(c -> c.drip(dripped, DRIP)))),
                fresh(
                        "the body stalls",
                        own -> endsByDeadline(own, answer(bodyToCome).then(RawConnection::hang))));
    }

    private static void endsByDeadline(HttpTransport own, RawScript script) {
        try (RawHttpServer server = RawHttpServer.start(script)) {
            Attempt.of(own, Posts.to(server.http(Posts.PATH), SHORT)).failedWith(Delivery.UNKNOWN);
            assertGivenUp(server);
        }
    }

    @Test
    final void interimRepliesWithoutEndDoNotOutliveTheDeadline() {
        RawScript interim = connection -> connection.repeat("HTTP/1.1 103 Early Hints\r\n\r\n");
        try (RawHttpServer server = RawHttpServer.start(answer("").then(interim))) {
            post(Posts.to(server.http(Posts.PATH), SHORT)).failedWith(Delivery.UNKNOWN);
            assertGivenUp(server);
        }
    }

    private static void isGivenUp(HttpTransport own, RawScript script) {
        try (RawHttpServer server = RawHttpServer.start(script)) {
            Attempt.of(own, Posts.to(server.http(Posts.PATH), LONG)).failedWith(Delivery.UNKNOWN);
            assertGivenUp(server);
        }
    }

    private static void assertGivenUp(RawHttpServer server) {
        assertThat(server.awaitHangUp(PATIENCE))
                .as("the connection is given up")
                .isTrue();
        assertThat(server.requests()).isOne();
    }

    @Test
    final void aRefusedConnectionMeansThatNothingWasSent() {
        try (ClosedPort port = ClosedPort.take()) {
            post(port.http(Posts.PATH)).failedWith(Delivery.NOT_SENT);
        }
    }

    @Test
    final void anUnknownHostMeansThatNothingWasSent() {
        post(URI.create("http://no-such-host.invalid" + Posts.PATH)).failedWith(Delivery.NOT_SENT);
    }

    @TestFactory
    final Stream<DynamicTest> an_unusable_address_means_that_nothing_was_sent() {
        return Stream.of(
                        "ftp://127.0.0.1",
                        "mailto:a@example.invalid?",
                        "//127.0.0.1",
                        "http://",
                        "http://a_b",
                        "http://127.0.0.1:70000")
                .map(start -> fresh(
                        start,
                        own -> Attempt.of(own, Posts.to(URI.create(start + Posts.PATH)))
                                .failedWith(Delivery.NOT_SENT)));
    }

    @Test
    final void aConnectionThatIsNotMadeByTheDeadlineSendsNothingThenOrLater() {
        try (FullBacklog backlog = FullBacklog.fill()) {
            post(Posts.to(backlog.http(Posts.PATH), SHORT)).failedWith(Delivery.NOT_SENT);
            assertThat(backlog.acceptAndCountBytes(Duration.ofMillis(1500))).isZero();
        }
    }

    @TestFactory
    final Stream<DynamicTest> a_failed_tls_handshake_means_that_nothing_was_sent() {
        RawScript garbage = connection -> {
            connection.readBytes(1);
            connection.drip("HTTP/", DRIP);
            connection.send("1.1 400 Plain text\r\n\r\n");
            connection.hang();
        };
        return Stream.of(
                fresh("garbage", own -> handshakeFails(own, garbage)),
                fresh(
                        "reset",
                        own -> handshakeFails(own, connection -> {
                            connection.readBytes(1);
                            connection.reset();
                        })),
                fresh("stalled until the deadline", own -> handshakeFails(own, RawConnection::hang)));
    }

    private static void handshakeFails(HttpTransport own, RawScript script) {
        try (RawHttpServer server = RawHttpServer.start(script)) {
            Attempt attempt = Attempt.of(own, Posts.to(server.https(Posts.PATH), SHORT));
            assertThat(server.requests()).as("readable requests").isZero();
            attempt.failedWith(Delivery.NOT_SENT);
        }
    }

    @Test
    final void aCertificateThatNobodyVouchesForMeansThatNothingWasSent(@TempDir Path folder) throws Exception {
        SSLContext service = SelfSignedCertificate.make(folder).server();
        try (RawHttpServer server = RawHttpServer.startTls(service, reply(200, "{}"))) {
            Attempt attempt = post(server.https(Posts.PATH));
            assertThat(server.requests()).as("requests").isZero();
            attempt.failedWith(Delivery.NOT_SENT);
        }
    }

    @Test
    final void aTlsHandshakeThatTheServiceEndsInGoodOrderIsAFailureAndNothingReadableWasSent() {
        RawScript close = connection -> {
            connection.readBytes(1);
            connection.close();
        };
        try (RawHttpServer server = RawHttpServer.start(close)) {
            assertThat(post(server.https(Posts.PATH)).isAnswered()).isFalse();
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    final void aConnectionThatIsResetAsSoonAsItIsMadeIsAFailure() {
        try (RawHttpServer server = RawHttpServer.start(RawConnection::reset)) {
            for (int calls = 0; calls < 10; calls++) {
                assertThat(post(server.http(Posts.PATH)).isAnswered()).isFalse();
            }
        }
    }

    @Test
    final void aServiceThatClosesAfterEachReplyNeverReceivesARequestTwice() {
        try (RawHttpServer server = RawHttpServer.start(reply(200, "{}").then(RawConnection::close))) {
            for (int calls = 1; calls <= 50; calls++) {
                Attempt attempt = post(server.http(Posts.PATH));
                if (!attempt.isAnswered()) {
                    attempt.failedWith(Delivery.UNKNOWN);
                }
                assertThat(server.requests()).isLessThanOrEqualTo(calls);
            }
        }
    }
}
