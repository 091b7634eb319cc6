package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.callback.CallbackKeys;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the servlet does in every deployment. */
abstract class CallbackServletBehaviour {

    static final String GOOD = "phone=%2B33639980001&errorGrpId=0&errorName=NO_ERROR";

    private static final int MAX_BYTES = 256 * 1024;
    private static final String CHUNKED = RawConnection.FORM + "Transfer-Encoding: chunked\r\n";

    CallbackServer server;

    /** A server with the servlet at {@code /hlr/*}, not started yet. */
    abstract CallbackServer deploy();

    @BeforeEach
    void start() throws Exception {
        server = deploy().start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void documented_D11_theSampleOfThePageReachesTheHandler() {
        String sample = "phone=%2B3300000000&messageId=1234-12344-1234-1234&mccMnc=20815&ported=1&errorGrpId=0"
                + "&errorName=NO_ERROR+&errorDesc=No+Error&date=2018-03-05T10%3A34%3A52.355%2B0000";

        assertThat(statusOf(sample)).isEqualTo(204);

        HlrNotification result = server.handler.results.remove();
        assertThat(result.phone()).isEqualTo(new PhoneNumber("+3300000000"));
        assertThat(result.status()).isEqualTo(HlrStatus.NO_ERROR);
        assertThat(result.messageId()).contains("1234-12344-1234-1234");
        assertThat(result.network().orElseThrow().digits()).isEqualTo("20815");
        assertThat(result.ported()).contains(true);
        assertThat(result.reportedAt()).contains(Instant.parse("2018-03-05T10:34:52.355Z"));
    }

    @Test
    void anAcknowledgementHasNoBodyAndKeepsTheConnection() {
        try (RawConnection connection = server.connect()) {
            String first = connection.post(server.address(), GOOD).answer();
            String second = connection.post(server.address(), GOOD).answer();

            assertThat(first).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("content-length");
            assertThat(second).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"})
    void everyMethodButPostIs405BeforeTheTokenIsLookedAt(String method) {
        try (RawConnection connection = server.connect()) {
            String answer = connection
                    .head(method, URI.create("http://127.0.0.1/hlr/no-token"), "")
                    .answer();

            assertThat(answer)
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: POST\r\n")
                    .contains("Content-Length: 0\r\n");
        }
    }

    @Test
    void everyTokenThatDoesNotHoldGetsTheSameBytes() {
        String good = server.address().getRawPath();
        String tampered = good.substring(0, good.length() - 1) + (good.endsWith("A") ? "E" : "A");
        String foreign = server.address(CallbackKeys.create()).getRawPath();
        InstantSource longAgo = InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z"));
        String expired = server.address(server.keys, longAgo).getRawPath();

        String answer = answerAt("/hlr/no-token");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("Content-Length: 0\r\n");
        assertThat(answerAt("/hlr/")).isEqualTo(answer);
        assertThat(answerAt(good + ";jsessionid=1")).isEqualTo(answer);
        assertThat(answerAt(tampered)).isEqualTo(answer);
        assertThat(answerAt(foreign)).isEqualTo(answer);
        assertThat(answerAt(expired)).isEqualTo(answer);
        assertThat(answerAt(good)).startsWith("HTTP/1.1 204");
    }

    @Test
    void aBadTokenIsAnsweredWhileTheBodyIsStillToCome() {
        URI nowhere = URI.create("http://127.0.0.1/hlr/no-token");
        try (RawConnection connection = server.connect()) {
            connection.head("POST", nowhere, RawConnection.FORM + "Content-Length: 100\r\nExpect: 100-continue\r\n");

            assertThat(connection.status()).isEqualTo(404);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} with a length of {2} as {1} is {3}")
    @CsvSource({
        "bad,  application/pdf, 262145, 404",
        "good, application/pdf, 262145, 413",
        "good, application/pdf, 100,    415",
        "good, multipart/form-data, 100, 415"
    })
    void tokenThenLengthThenTypeAreCheckedBeforeTheBodyArrives(
            String token, String type, long length, int expectedStatus) {
        URI address = token.equals("good") ? server.address() : URI.create("http://127.0.0.1/hlr/no-token");
        try (RawConnection connection = server.connect()) {
            connection.head("POST", address, "Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n");

            assertThat(connection.status()).isEqualTo(expectedStatus);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"phone\":\"+33639980001\"}", "<r><phone>+33639980001</phone></r>"})
    void assumed_A03_jsonAndXmlAre415WhereTheirModulesAreAbsent(String body) {
        assertThat(statusOf(body)).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "phone=", "phone=nobody", "errorName=NO_ERROR"})
    void aBodyWithoutAPhoneIs400(String body) {
        assertThat(statusOf(body)).isEqualTo(400);
        assertThat(server.handler.results).isEmpty();
    }

    @Test
    void aFormIsTakenUpTo16KiB() {
        assertThat(statusOf(paddedTo(16 * 1024))).isEqualTo(204);
        assertThat(statusOf(paddedTo(16 * 1024 + 1))).isEqualTo(413);
    }

    @Test
    void aChunkedBodyIsTaken() {
        try (RawConnection connection = server.connect()) {
            connection.head("POST", server.address(), CHUNKED);
            for (int i = 0; i < GOOD.length(); i++) {
                connection.send("1\r\n" + GOOD.charAt(i) + "\r\n");
            }
            connection.send("0\r\n\r\n");

            assertThat(connection.status()).isEqualTo(204);
        }
        assertThat(server.handler.results).hasSize(1);
    }

    @Test
    void aChunkedBodyIsCutOffAtTheFirstByteTooMany() {
        try (RawConnection connection = server.connect()) {
            connection.head("POST", server.address(), CHUNKED);
            connection.send(Integer.toHexString(10 * MAX_BYTES) + "\r\n" + "x".repeat(MAX_BYTES + 1));

            assertThat(connection.answer()).startsWith("HTTP/1.1 413").contains("Connection: close\r\n");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aBodyThatIsNoHttpIs400() {
        try (RawConnection connection = server.connect()) {
            connection.head("POST", server.address(), CHUNKED).send("no chunk\r\n");

            assertThat(connection.status()).isEqualTo(400);
        }
    }

    @Test
    void aDuplicateIsAcknowledgedAndReachesTheHandlerOnce() {
        URI address = server.address();
        try (RawConnection connection = server.connect()) {
            assertThat(connection.post(address, GOOD).status()).isEqualTo(204);
            assertThat(connection.post(address, GOOD).status()).isEqualTo(204);
        }
        assertThat(server.handler.results).hasSize(1);
    }

    @Test
    void aHandlerThatThrowsIs503AndTheResultCanBeSentAgain() {
        URI address = server.address();
        try (RawConnection connection = server.connect()) {
            server.handler.failWith(() -> {
                throw new IllegalStateException("the database is away");
            });
            assertThat(connection.post(address, GOOD).status()).isEqualTo(503);

            server.handler.failWith(() -> {});
            assertThat(connection.post(address, GOOD).status()).isEqualTo(204);
        }
        assertThat(server.handler.results).hasSize(1);
    }

    @Test
    void anErrorIs503AndIsLoggedWithoutTokenNumberOrMessage() throws Exception {
        URI address = server.address();
        try (CapturedLog log = CapturedLog.start();
                RawConnection connection = server.connect()) {
            server.handler.failWith(() -> {
                throw new AssertionError("about +33639980001");
            });

            assertThat(connection.post(address, GOOD).status()).isEqualTo(503);

            String token = address.getRawPath().substring("/hlr/".length());
            assertThat(log.text())
                    .contains("java.lang.AssertionError at ")
                    .doesNotContain("33639980001")
                    .doesNotContain(token);
        }
    }

    @Test
    void aSenderThatGoesAwayHarmsNobody() throws Exception {
        try (CapturedLog log = CapturedLog.start()) {
            try (RawConnection connection = server.connect()) {
                connection
                        .head("POST", server.address(), RawConnection.FORM + "Content-Length: 100\r\n")
                        .send("phone=");
            }

            assertThat(server.statuses.poll(20, TimeUnit.SECONDS)).isEqualTo(400);
            assertThat(statusOf(GOOD)).isEqualTo(204);
            assertThat(log.text()).doesNotContain("answered 503").doesNotContain("Exception");
        }
    }

    @Test
    void aBodyThatAFilterHasReadIs503AndTheLogNamesTheCureOnce() throws Exception {
        FilterHolder filter = new FilterHolder((request, response, chain) -> {
            request.getParameter("phone");
            chain.doFilter(request, response);
        });
        filter.setAsyncSupported(true);
        try (CapturedLog log = CapturedLog.start();
                CallbackServer filtered = deploy().with(
                                application -> application.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST)))
                        .start();
                RawConnection connection = filtered.connect()) {
            assertThat(connection.post(filtered.address(), GOOD).status()).isEqualTo(503);
            assertThat(connection.post(filtered.address(), GOOD).status()).isEqualTo(503);

            assertThat(log.text()).containsOnlyOnce("map the callback where no such filter applies");
            assertThat(filtered.handler.results).isEmpty();
        }
    }

    @Test
    void aBodyThatAFilterHasTakenAsAReaderIs503() throws Exception {
        FilterHolder filter = new FilterHolder((request, response, chain) -> {
            request.getReader();
            chain.doFilter(request, response);
        });
        filter.setAsyncSupported(true);
        try (CapturedLog log = CapturedLog.start();
                CallbackServer filtered = deploy().with(
                                application -> application.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST)))
                        .start();
                RawConnection connection = filtered.connect()) {
            assertThat(connection.post(filtered.address(), GOOD).status()).isEqualTo(503);
            assertThat(log.text()).contains("answered 503: java.lang.IllegalStateException at ");
        }
    }

    final int statusOf(String body) {
        try (RawConnection connection = server.connect()) {
            return connection.post(server.address(), body).status();
        }
    }

    private String answerAt(String path) {
        try (RawConnection connection = server.connect()) {
            return connection.post(URI.create("http://127.0.0.1" + path), GOOD).answer();
        }
    }

    private static String paddedTo(int length) {
        return GOOD + "&".repeat(length - GOOD.length());
    }
}
