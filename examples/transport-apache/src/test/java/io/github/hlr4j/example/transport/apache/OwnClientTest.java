package io.github.hlr4j.example.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of the application that would do all that costs twice, under {@code ApacheHttpTransport.using}. */
final class OwnClientTest {

    private final CloseableHttpClient eager = HttpClients.custom()
            .setRetryStrategy(new RetryingEverything())
            .setDefaultCredentialsProvider(passwords())
            .setDefaultRequestConfig(
                    RequestConfig.custom().setExpectContinueEnabled(true).build())
            .build();
    private final HttpTransport transport = ApacheHttpTransport.using(eager);

    @AfterEach
    void close() throws IOException {
        transport.close();
        eager.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 401, 407, 429, 503})
    void aStatusIsAReplyEvenIfTheClientWouldAnswerIt(int status) {
        String[] temptations = {
            "Location: /elsewhere",
            "WWW-Authenticate: Basic realm=\"account\"",
            "Proxy-Authenticate: Basic realm=\"account\"",
            "Retry-After: 0",
            "Set-Cookie: a=b"
        };
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(status, "", temptations))) {
            for (int requests = 1; requests <= 2; requests++) {
                assertThat(transport.post(TestPosts.to(server.http("/"))).status())
                        .isEqualTo(status);
                assertThat(server.requests()).isEqualTo(requests);
            }
            for (String unwanted : List.of("Cookie", "Accept-Encoding", "Expect", "Authorization")) {
                assertThat(server.received().get(1).header(unwanted))
                        .as(unwanted)
                        .isEmpty();
            }
        }
    }

    @Test
    void aLostReplyIsUnknownDeliveryEvenIfTheClientWouldTryAgain() {
        RawScript lost = RawScript.answer("").then(RawConnection::close);
        try (RawHttpServer server = RawHttpServer.start(lost)) {
            assertFails(transport, server.http("/"), Delivery.UNKNOWN);
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    void aClientWithAnInterceptorThatSendsTwiceCannot() throws IOException {
        RawScript fine = RawScript.reply(200, "{}");
        try (RawHttpServer server = RawHttpServer.start(fine);
                CloseableHttpClient doubling = HttpClients.custom()
                        .addExecInterceptorLast("twice", (request, scope, chain) -> {
                            ClassicHttpResponse first = chain.proceed(request, scope);
                            first.close();
                            scope.execRuntime.acquireEndpoint("again", scope.route, null, scope.clientContext);
                            request.setHeaders();
                            return chain.proceed(request, scope);
                        })
                        .build();
                HttpTransport overDoubling = ApacheHttpTransport.using(doubling)) {
            assertFails(overDoubling, server.http("/"), Delivery.UNKNOWN);
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    void aProxyOfTheClientThatRefusesATunnelMeansThatNothingWasSent() throws IOException {
        try (RawHttpServer proxy = RawHttpServer.start(RawScript.reply(403, "no"));
                CloseableHttpClient proxied = HttpClients.custom()
                        .setProxy(HttpHost.create(proxy.http("/")))
                        .build();
                HttpTransport throughProxy = ApacheHttpTransport.using(proxied)) {
            URI elsewhere = URI.create("https://sms.example.invalid/v1/hlr/notify");
            assertFails(throughProxy, elsewhere, Delivery.NOT_SENT);
            assertThat(proxy.received())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.requestLine()).isEqualTo("CONNECT sms.example.invalid:443 HTTP/1.1"));
        }
    }

    @Test
    void itStaysOpenWhenTheTransportIsClosed() {
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"))) {
            transport.post(TestPosts.to(server.http("/")));
            transport.close();
            try (HttpTransport second = ApacheHttpTransport.using(eager)) {
                second.post(TestPosts.to(server.http("/")));
            }
            assertThat(server.connections()).isOne();
        }
    }

    private static void assertFails(HttpTransport transport, URI uri, Delivery delivery) {
        assertThatThrownBy(() -> transport.post(TestPosts.to(uri)))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.delivery()).isEqualTo(delivery));
    }

    private static BasicCredentialsProvider passwords() {
        BasicCredentialsProvider passwords = new BasicCredentialsProvider();
        passwords.setCredentials(
                new AuthScope(null, -1), new UsernamePasswordCredentials("user", "not-a-password".toCharArray()));
        return passwords;
    }

    private static final class RetryingEverything extends DefaultHttpRequestRetryStrategy {

        RetryingEverything() {
            super(3, TimeValue.ZERO_MILLISECONDS, List.of(), List.of(429, 503));
        }

        @Override
        protected boolean handleAsIdempotent(HttpRequest request) {
            return true;
        }
    }
}
