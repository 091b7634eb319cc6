package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.socket.RawScript.answer;
import static io.github.hlr4j.testkit.socket.RawScript.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import io.github.hlr4j.testkit.socket.ReceivedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What arrives at the service, and what comes back of its reply. */
abstract class ReplyRules extends TransportFixture {

    @Test
    final void documented_D01_D05_theRequestArrivesAsAPostWithItsHeadersAndNothingThatNegotiates() {
        try (RawHttpServer server = RawHttpServer.start(reply(200, "{}"))) {
            HttpPost post = Posts.to(server.http(Posts.PATH));
            post(post).reply();
            ReceivedRequest request = server.received().get(0);
            assertThat(request.requestLine()).isEqualTo("POST " + Posts.PATH + " HTTP/1.1");
            assertThat(request.header("Content-Type")).contains("application/json");
            assertThat(request.header("Accept")).contains("application/xml");
            assertThat(request.header("Content-Length")).contains(String.valueOf(post.body().length));
            assertThat(request.header("Host"))
                    .contains("127.0.0.1:" + server.http("/").getPort());
            assertThat(request.body()).isEqualTo(post.body());
            for (String unwanted : List.of("Expect", "Upgrade", "HTTP2-Settings", "Transfer-Encoding", "Cookie")) {
                assertThat(request.header(unwanted)).as(unwanted).isEmpty();
            }
        }
    }

    @Test
    final void aCookieOfTheServiceIsNotSentBack() {
        try (RawHttpServer server = RawHttpServer.start(reply(200, "{}", "Set-Cookie: session=1; Path=/"))) {
            post(server.http(Posts.PATH)).reply();
            post(server.http(Posts.PATH)).reply();
            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.header("Cookie")).isEmpty());
        }
    }

    @Test
    final void documented_D02_aRequestOf500NumbersArrivesByteForByte() {
        byte[] body = Posts.bodyOf500Numbers();
        try (RawHttpServer server = RawHttpServer.start(reply(200, "{}"))) {
            post(Posts.of(server.http(Posts.PATH), body)).reply();
            assertThat(server.received())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body()).isEqualTo(body));
        }
    }

    @TestFactory
    final Stream<DynamicTest> any_status_is_a_reply_and_is_answered_with_no_second_request() {
        return IntStream.of(
                        200, 201, 202, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 413, 421, 425,
                        429, 500, 501, 502, 503, 504, 511)
                .mapToObj(status -> fresh("status " + status, own -> isReply(own, status)));
    }

    private static void isReply(HttpTransport own, int status) {
        String[] temptations = {
            "Location: " + Posts.PATH,
            "WWW-Authenticate: Basic realm=\"account\"",
            "Proxy-Authenticate: Basic realm=\"account\"",
            "Retry-After: 0",
            "Refresh: 0",
            "Alt-Svc: clear"
        };
        try (RawHttpServer server = RawHttpServer.start(reply(status, "why", temptations))) {
            HttpReply reply = Attempt.of(own, Posts.to(server.http(Posts.PATH))).reply();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.body()).asString().isEqualTo("why");
            assertThat(reply.header("retry-after")).contains("0");
            assertThat(server.requests()).isOne();
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    final void aReplyMayHaveNoBody() {
        try (RawHttpServer server = RawHttpServer.start(reply(204, ""), reply(200, ""))) {
            assertThat(post(server.http(Posts.PATH)).reply().status()).isEqualTo(204);
            HttpReply empty = post(server.http(Posts.PATH)).reply();
            assertThat(empty.status()).isEqualTo(200);
            assertThat(empty.body()).isEmpty();
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    final void theBytesOfAReplyAreReturnedUnchangedAndItsHeadersInAnyCase() {
        byte[] everyByte = new byte[256];
        IntStream.range(0, 256).forEach(n -> everyByte[n] = (byte) n);
        try (RawHttpServer server = RawHttpServer.start(reply(200, everyByte, "X-Two: first", "X-Two: second"))) {
            HttpReply reply = post(server.http(Posts.PATH)).reply();
            assertThat(reply.body()).isEqualTo(everyByte);
            assertThat(reply.header("x-two")).contains("first");
            assertThat(reply.header("X-TWO")).contains("first");
            assertThat(reply.header("X-Three")).isEmpty();
        }
    }

    @Test
    final void aCompressedReplyThatNobodyAskedForIsReturnedAsItIs() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        byte[] body = compressed.toByteArray();
        try (RawHttpServer server = RawHttpServer.start(reply(200, body, "Content-Encoding: gzip"))) {
            assertThat(post(server.http(Posts.PATH)).reply().body()).isEqualTo(body);
            assertThat(server.received().get(0).header("Accept-Encoding")).isEmpty();
        }
    }

    @Test
    final void aReplyInChunksOrEndedByTheConnectionOrAfterAnInterimStatusIsWhole() {
        RawScript chunked =
                answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
        RawScript interim =
                answer("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        RawScript untilTheEnd = answer("HTTP/1.1 200 OK\r\n\r\n{}").then(RawConnection::close);
        try (RawHttpServer server = RawHttpServer.start(chunked, interim, untilTheEnd)) {
            for (int requests = 1; requests <= 3; requests++) {
                HttpReply reply = post(server.http(Posts.PATH)).reply();
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body()).asString().isEqualTo("{}");
                assertThat(server.requests()).isEqualTo(requests);
            }
        }
    }

    @Test
    final void aSecondReplyToOneRequestIsNeverTakenForTheReplyToTheNext() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n";
        RawScript twoReplies = answer(head + "1" + head + "X");
        try (RawHttpServer server = RawHttpServer.start(twoReplies, answer(head + "2"))) {
            assertThat(post(server.http(Posts.PATH)).reply().body()).asString().isEqualTo("1");
            Attempt next = post(server.http(Posts.PATH));
            if (next.isAnswered()) {
                assertThat(next.reply().body()).asString().isEqualTo("2");
            }
            assertThat(server.requests()).isLessThanOrEqualTo(2);
        }
    }

    @TestFactory
    final Stream<DynamicTest> a_reply_is_read_up_to_its_limit_and_not_a_byte_further() {
        String full = "x".repeat(Posts.MAX_REPLY_BYTES);
        String inChunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String size = Integer.toHexString(Posts.MAX_REPLY_BYTES);
        String oneMore = "\r\n1\r\nx";
        String last = "\r\n0\r\n\r\n";
        return Stream.of(
                fresh("limit, by length", own -> isTakenWhole(own, reply(200, full))),
                fresh("limit, in chunks", own -> isTakenWhole(own, answer(inChunks + size + "\r\n" + full + last))),
                fresh("one more, by length", own -> isCutOff(own, reply(200, full + "x"))),
                fresh(
                        "one more, in chunks",
                        own -> isCutOff(own, answer(inChunks + size + "\r\n" + full + oneMore + last))),
                fresh(
                        "one more, the rest withheld",
                        own -> isCutOff(
                                own,
                                answer(inChunks + size + "\r\n" + full + oneMore)
                                        .then(RawConnection::hang))),
                fresh(
                        "thousands of times the limit",
                        own -> isCutOff(
                                own,
                                answer("HTTP/1.1 200 OK\r\n\r\n")
                                        .then(connection -> connection.repeat(full, 4000))
                                        .then(RawConnection::hang))));
    }

    private static void isTakenWhole(HttpTransport own, RawScript script) {
        try (RawHttpServer server = RawHttpServer.start(script)) {
            HttpReply reply = Attempt.of(own, Posts.to(server.http(Posts.PATH))).reply();
            assertThat(reply.body()).hasSize(Posts.MAX_REPLY_BYTES);
            assertThat(server.requests()).isOne();
        }
    }

    private static void isCutOff(HttpTransport own, RawScript script) {
        try (RawHttpServer server = RawHttpServer.start(script)) {
            Attempt attempt = Attempt.of(own, Posts.to(server.http(Posts.PATH), Duration.ofSeconds(1)));
            attempt.failedWith(Delivery.UNKNOWN);
            assertThat(attempt.isEarly())
                    .as("the limit, not the deadline, ends the call")
                    .isTrue();
            assertThat(server.awaitHangUp(PATIENCE))
                    .as("the connection is given up")
                    .isTrue();
            assertThat(server.requests()).isOne();
        }
    }
}
