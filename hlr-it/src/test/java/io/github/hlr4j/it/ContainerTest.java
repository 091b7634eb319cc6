package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.testkit.socket.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can do to a container that is set up as the guide says, and learn from it; it has 200 threads by default. */
class ContainerTest {

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private static final String GOOD = "phone=%2B33639980001&errorGrpId=0&errorName=NO_ERROR";
        private static final int STALLED = 500;
        private static final Duration AT_ONCE = Duration.ofSeconds(5);

        /** Of the characters of a token, those that hold nothing but its signature. */
        private static final int SIGNATURE = 21;

        private final CallbackKeys keys = CallbackKeys.create();
        private final SecureRandom random = new SecureRandom();
        private final ServletContainer container;
        private ContainerProcess site;

        Contract(ServletContainer container) {
            this.container = container;
        }

        @BeforeAll
        void start(@TempDir Path folder) throws IOException {
            Path ring = Files.writeString(folder.resolve("ring"), keys.toText());
            site = container.start(folder, WarFile.declaring(ring), (correlation, results) -> {});
        }

        @AfterAll
        void close() {
            site.close();
        }

        @Test
        void sendersThatStallBeforeTheBodyKeepNobodyWaitingWhateverTheirToken() {
            List<RawClient> stalled = new ArrayList<>();
            try {
                for (int i = 0; i < STALLED; i++) {
                    stalled.add(RawClient.connect(site.publicUrl())
                            .head("POST", i % 2 == 0 ? good() : bad(), RawClient.FORM, "Content-Length: 100"));
                }
                long start = System.nanoTime();
                assertThat(statusOfGoodNotification()).isEqualTo(204);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
            } finally {
                stalled.forEach(RawClient::close);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /elsewhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /hlr/../WEB-INF/web.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                    "no request at all\r\n\r\n"
                })
        void requestsThatNeverReachTheServletLearnNothingOfTheContainer(String request) {
            try (RawClient client = RawClient.connect(site.publicUrl())) {
                assertThat(client.send(request).rest())
                        .startsWith("HTTP/1.1 4")
                        .doesNotContainIgnoringCase("tomcat", "jetty", "Server:", "java.", "\tat ");
            }
        }

        @Test
        void theAccessLogHasALineForEachRequestAndNoToken() throws Exception {
            String good = good();
            String bad = bad();

            assertLogged("taken", "POST", good, RawClient.FORM, 204);
            assertLogged("forged", "POST", bad, RawClient.FORM, 404);
            assertLogged("cut", "POST", good.substring(0, good.length() - 1), RawClient.FORM, 404);
            assertLogged("repeated", "POST", good + "?" + good, RawClient.FORM, 204);
            assertLogged("encoded", "POST", good.replace("/hlr/", "/%68lr/"), RawClient.FORM, 204);
            assertLogged("unreadable", "POST", good, RawClient.FORM, "phone=%zz", 400);
            assertLogged("of no type", "POST", good, "Content-Type: application/pdf", 415);
            assertLogged("asked", "GET", good, RawClient.FORM, 405);
            assertLogged("in front of the servlet", "POST", good, "Expect: nonsense", 417);
            assertLogged(".*", "TWO-HOSTS", good, "Host: another", 400);

            try (RawClient client = RawClient.connect(site.publicUrl())) {
                client.head("GET", "/elsewhere");
                String usual = site.accessLog("usual.log", Pattern.compile("\"GET /elsewhere HTTP/1.1\" 404 "));
                assertThat(usual + site.accessLog("hlr.log", Pattern.compile("$")))
                        .doesNotContain(beginningOf(good), signatureOf(good), beginningOf(bad), signatureOf(bad));
            }
        }

        private void assertLogged(String agent, String method, String target, String header, int status)
                throws Exception {
            assertLogged(agent, method, target, header, GOOD, status);
        }

        /** Sends it, and waits for its line: method, status, length, time in microseconds, and who asked as a pattern. */
        private void assertLogged(String agent, String method, String target, String header, String body, int status)
                throws Exception {
            try (RawClient client = RawClient.connect(site.publicUrl())) {
                client.request(
                        method, target, body, "User-Agent: " + agent, header, "Content-Length: " + body.length());
                assertThat(client.status()).as(agent).isEqualTo(status);
            }
            String line = "(?m)] %s %d \\S+ \\d+ \"%s\"$".formatted(method, status, agent);
            site.accessLog("hlr.log", Pattern.compile(line));
        }

        private static String beginningOf(String target) {
            return target.substring(target.lastIndexOf('/') + 1, target.length() - SIGNATURE);
        }

        private static String signatureOf(String target) {
            return target.substring(target.length() - SIGNATURE);
        }

        private int statusOfGoodNotification() {
            try (RawClient client = RawClient.connect(site.publicUrl())) {
                return client.post(good(), GOOD).status();
            }
        }

        private String good() {
            return target(keys);
        }

        private String bad() {
            return target(CallbackKeys.create());
        }

        private String target(CallbackKeys signing) {
            return CallbackAddresses.of(
                            site.publicUrl(), signing, CallbackAddresses.DEFAULT_VALIDITY, InstantSource.system())
                    .of(Correlation.random(random))
                    .getRawPath();
        }
    }

    @Nested
    class Tomcat10 extends Contract {

        Tomcat10() {
            super(ServletContainer.TOMCAT_10);
        }
    }

    @Nested
    class Tomcat11 extends Contract {

        Tomcat11() {
            super(ServletContainer.TOMCAT_11);
        }
    }

    @Nested
    class JettyEe10 extends Contract {

        JettyEe10() {
            super(ServletContainer.JETTY_EE10);
        }
    }

    @Nested
    class JettyEe11 extends Contract {

        JettyEe11() {
            super(ServletContainer.JETTY_EE11);
        }
    }
}
