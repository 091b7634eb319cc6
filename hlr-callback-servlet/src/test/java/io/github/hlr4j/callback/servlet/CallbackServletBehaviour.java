package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.testkit.socket.RawClient;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the servlet does in every deployment and no contract asks of every adapter: logs, filters, connections. */
abstract class CallbackServletBehaviour {

    static final String GOOD = "phone=%2B33639980001&errorGrpId=0&errorName=NO_ERROR";

    final RecordingHandler handler = new RecordingHandler();
    CallbackServer server;

    /** A server with the servlet at {@code /hlr/*}, not started yet. */
    abstract CallbackServer deploy();

    @BeforeEach
    void start() throws Exception {
        server = deploy().start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "no-token, application/x-www-form-urlencoded, 100,    404",
        "good,     application/x-www-form-urlencoded, 262145, 413",
        "good,     application/pdf,                   100,    415"
    })
    void aBodyThatIsNotWantedIsNotAskedForAndEndsTheConnection(
            String token, String type, long length, int expectedStatus) {
        String target = token.equals("good") ? server.target() : "/hlr/no-token";
        try (RawClient client = server.connect()) {
            client.head("POST", target, "Content-Type: " + type, "Content-Length: " + length, "Expect: 100-continue");

            assertThat(client.answer()).startsWith("HTTP/1.1 " + expectedStatus).contains("Connection: close\r\n");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void aBodyThatIsTooLongEndsTheConnection() {
        try (RawClient client = server.connect()) {
            client.head("POST", server.target(), RawClient.FORM, "Transfer-Encoding: chunked");
            client.send("1000000\r\n" + "x".repeat(256 * 1024 + 1));

            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("Connection: close\r\n");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void anErrorIsLoggedWithoutTokenNumberOrMessage() throws Exception {
        String target = server.target();
        handler.failWith(() -> {
            throw new AssertionError("about +33639980001");
        });
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(statusOf(server, target)).isEqualTo(503);

            assertThat(log.text())
                    .contains("java.lang.AssertionError at ")
                    .doesNotContain("33639980001")
                    .doesNotContain(target.substring("/hlr/".length()));
        }
    }

    @Test
    void aSenderThatGoesAwayIsNotAnError() throws Exception {
        try (CapturedLog log = CapturedLog.start()) {
            try (RawClient client = server.connect()) {
                client.request("POST", server.target(), "phone=", RawClient.FORM, "Content-Length: 100");
            }

            assertThat(server.statuses.poll(20, TimeUnit.SECONDS)).isEqualTo(400);
            assertThat(log.text()).doesNotContain("answered 503").doesNotContain("Exception");
        }
    }

    @Test
    void aBodyThatAFilterHasReadIs503AndTheLogNamesTheCureOnce() throws Exception {
        FilterHolder filter = new FilterHolder((request, response, chain) -> {
            request.getParameter("phone");
            chain.doFilter(request, response);
        });
        try (CapturedLog log = CapturedLog.start();
                CallbackServer filtered = deployBehind(filter)) {
            assertThat(statusOf(filtered, filtered.target())).isEqualTo(503);
            assertThat(statusOf(filtered, filtered.target())).isEqualTo(503);

            assertThat(log.text()).containsOnlyOnce("map the callback where no such filter applies");
            assertThat(handler.results).isEmpty();
        }
    }

    @Test
    void aBodyThatAFilterHasTakenAsAReaderIs503() throws Exception {
        FilterHolder filter = new FilterHolder((request, response, chain) -> {
            request.getReader();
            chain.doFilter(request, response);
        });
        try (CapturedLog log = CapturedLog.start();
                CallbackServer filtered = deployBehind(filter)) {
            assertThat(statusOf(filtered, filtered.target())).isEqualTo(503);
            assertThat(log.text()).contains("answered 503: java.lang.IllegalStateException at ");
        }
    }

    private CallbackServer deployBehind(FilterHolder filter) throws Exception {
        filter.setAsyncSupported(true);
        return deploy().with(application -> application.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST)))
                .start();
    }

    /** The answer to a good notification. */
    static int statusOf(CallbackServer server, String target) {
        try (RawClient client = server.connect()) {
            return client.post(target, GOOD).status();
        }
    }
}
