package io.github.hlr4j.transport.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.HttpTransportProvider;
import io.github.hlr4j.spi.TransportException;
import io.github.hlr4j.testkit.socket.FullBacklog;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JdkHttpTransportTest {

    private static final String RESEND_PROPERTY = "jdk.httpclient.enableAllMethodRetry";

    @ParameterizedTest
    @EnumSource(value = Redirect.class, names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
    void aClientThatFollowsRedirectsIsRefused(Redirect policy) {
        HttpClient client = HttpClient.newBuilder().followRedirects(policy).build();
        assertThatThrownBy(() -> JdkHttpTransport.using(client))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(policy.name())
                .hasMessageContaining("followRedirects(HttpClient.Redirect.NEVER)");
    }

    @Test
    void aClientWithAnAuthenticatorIsRefused() {
        HttpClient client =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();
        assertThatThrownBy(() -> JdkHttpTransport.using(client))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Build it without authenticator(...)");
    }

    @Test
    void aClientOfTheApplicationIsUsedAndStaysUsableWhenTheTransportIsClosed() {
        HttpClient client = HttpClient.newHttpClient();
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"))) {
            HttpTransport first = JdkHttpTransport.using(client);
            assertThat(first.post(TestPosts.to(server.http("/"))).status()).isEqualTo(200);
            first.close();
            HttpTransport second = JdkHttpTransport.using(client);
            assertThat(second.post(TestPosts.to(server.http("/"))).status()).isEqualTo(200);
            assertThat(server.connections()).isOne();
            assertThat(server.received().get(0).header("Upgrade")).isEmpty();
        }
    }

    @Test
    void aClosedTransportSendsNothing() {
        HttpTransport transport = JdkHttpTransport.create();
        transport.close();
        transport.close();
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"))) {
            assertThatThrownBy(() -> transport.post(TestPosts.to(server.http("/"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT))
                    .hasMessageStartingWith("the transport is closed");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void callsOnAConnectionThatIsOpenStartNoThreads() {
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"));
                HttpTransport transport = JdkHttpTransport.create()) {
            transport.post(TestPosts.to(server.http("/")));
            long before = newThread();
            for (int call = 0; call < 50; call++) {
                transport.post(TestPosts.to(server.http("/")));
            }
            assertThat(newThread() - before).isLessThan(25);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "TRUE", "no", "0"})
    void aMachineThatResendsEveryMethodIsRefusedByNameReasonAndCure(String value) {
        withResendProperty(value, () -> {
            assertThatThrownBy(JdkHttpTransport::create)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("The system property jdk.httpclient.enableAllMethodRetry is set to '" + value
                            + "': the HTTP client of the JDK would send a POST again when its connection breaks, and a"
                            + " request that arrives twice is paid for twice. Remove"
                            + " -Djdk.httpclient.enableAllMethodRetry, or set it to false.");
            HttpClient client = HttpClient.newHttpClient();
            assertThatThrownBy(() -> JdkHttpTransport.using(client)).isInstanceOf(ConfigurationException.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False"})
    void aMachineThatSaysNoToResendingIsAccepted(String value) {
        withResendProperty(value, () -> JdkHttpTransport.create().close());
    }

    @Test
    void aProxyReceivesTheWholeAddress() {
        try (RawHttpServer proxy = RawHttpServer.start(RawScript.reply(200, "{}"));
                HttpTransport transport = through(proxy)) {
            URI elsewhere = URI.create("http://sms.example.invalid/v1/hlr/notify");
            assertThat(transport.post(TestPosts.to(elsewhere)).status()).isEqualTo(200);
            assertThat(proxy.received())
                    .singleElement()
                    .satisfies(
                            request -> assertThat(request.requestLine()).isEqualTo("POST " + elsewhere + " HTTP/1.1"));
        }
    }

    @Test
    void aProxyThatRefusesATunnelMeansThatNothingWasSent() {
        try (RawHttpServer proxy = RawHttpServer.start(RawScript.reply(502, "no"));
                HttpTransport transport = through(proxy)) {
            URI elsewhere = URI.create("https://sms.example.invalid/v1/hlr/notify");
            assertThatThrownBy(() -> transport.post(TestPosts.to(elsewhere)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT));
            assertThat(proxy.received())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.requestLine()).isEqualTo("CONNECT sms.example.invalid:443 HTTP/1.1"));
        }
    }

    @Test
    void connectingEndsByTheConnectTimeoutWhereThatIsShorter() {
        try (FullBacklog backlog = FullBacklog.fill();
                HttpTransport transport = JdkHttpTransport.builder()
                        .connectTimeout(Duration.ofMillis(100))
                        .build()) {
            assertThatThrownBy(() -> transport.post(TestPosts.to(backlog.http("/"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT))
                    .hasMessageStartingWith(
                            "connecting to 127.0.0.1:" + backlog.http("/").getPort())
                    .hasMessageContaining("nothing was sent");
        }
    }

    @Test
    void aFailureNamesHostAndPortAndSaysWhatItMeansForTheMoney() {
        try (RawHttpServer server = RawHttpServer.start(RawScript.answer("").then(connection -> connection.reset()));
                HttpTransport transport = JdkHttpTransport.create()) {
            assertThatThrownBy(() -> transport.post(TestPosts.to(server.http("/?a=b"))))
                    .hasMessage(
                            "the connection to 127.0.0.1:" + server.http("/").getPort()
                                    + " broke before a complete and correct reply arrived; the request may have arrived and may"
                                    + " be billed");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aConnectTimeoutOfNothingIsRefused(long millis) {
        JdkHttpTransport.Builder builder = JdkHttpTransport.builder();
        Duration nothing = Duration.ofMillis(millis);
        assertThatThrownBy(() -> builder.connectTimeout(nothing)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void theProviderIsNamedJdkAndCreatesATransportThatSends() {
        HttpTransportProvider provider = new JdkHttpTransportProvider();
        assertThat(provider.name()).isEqualTo("jdk");
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"));
                HttpTransport transport = provider.create()) {
            assertThat(transport.post(TestPosts.to(server.http("/"))).status()).isEqualTo(200);
        }
    }

    @Test
    void theClassPathAndTheModulePathFindTheSameProvider() throws IOException {
        Module module = JdkHttpTransport.class.getModule();
        assertThat(module.isNamed()).isTrue();
        String service = HttpTransportProvider.class.getName();
        try (InputStream listed = module.getResourceAsStream("META-INF/services/" + service)) {
            String[] providers = new String(listed.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\R");
            assertThat(module.getDescriptor().provides()).singleElement().satisfies(provides -> {
                assertThat(provides.service()).isEqualTo(service);
                assertThat(provides.providers()).containsExactly(providers);
            });
        }
    }

    private static HttpTransport through(RawHttpServer proxy) {
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), proxy.http("/").getPort());
        return JdkHttpTransport.builder().proxy(ProxySelector.of(address)).build();
    }

    private static void withResendProperty(String value, Runnable check) {
        String before = System.getProperty(RESEND_PROPERTY);
        System.setProperty(RESEND_PROPERTY, value);
        try {
            check.run();
        } finally {
            if (before == null) {
                System.clearProperty(RESEND_PROPERTY);
            } else {
                System.setProperty(RESEND_PROPERTY, before);
            }
        }
    }

    /** The identity of one more thread; they are counted up. */
    private static long newThread() {
        return new Thread(() -> {}).getId();
    }
}
