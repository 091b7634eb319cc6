package io.github.hlr4j.example.transport.apache;

import io.github.hlr4j.spi.HttpTransport;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * Makes transports that send over HTTP/1.1 with Apache HttpClient 5.
 *
 * <p>Connections are kept open and used again; each call runs in a thread of the transport, which lives on for ten
 * seconds. Share one transport among all clients of a process.
 *
 * <p>{@link HttpTransport#close() Closing} refuses further calls and lets those in flight end by their own deadline,
 * because cutting off a request that is paid for would leave its outcome unknown. Then a client that the transport made is
 * closed; one that was {@linkplain #using(CloseableHttpClient) given} never is.
 *
 * <p>The logger {@code org.apache.hc.client5.http.wire} prints bodies, which hold the API key, at the level DEBUG: leave it
 * above that.
 */
public final class ApacheHttpTransport {

    private ApacheHttpTransport() {}

    /**
     * Creates a transport with default settings: no proxy, the certificates of this virtual machine, ten seconds to
     * connect.
     *
     * @return a new transport that the caller closes
     */
    public static HttpTransport create() {
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(connections())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
        return new ApacheTransport(client, () -> client.close(CloseMode.GRACEFUL));
    }

    /**
     * Creates a transport over the application's own client, for proxies, TLS and everything else that is set there.
     *
     * <p>No client is refused, because none can be asked what it repeats. Instead each request is one that Apache's client
     * does not repeat: its body says that it leaves once, and refuses to leave again; redirects, authentication, cookies
     * and compression are switched off for it. What the client's pool does remains the client's: how many calls it lets
     * through at once (5 to a host by default, the others wait within their deadline), how long it connects, and that its
     * connections skip lines that are no HTTP and take whatever arrived before a request for the reply to it.
     *
     * @param client a client that the transport never closes
     * @return a new transport that the caller closes
     */
    public static HttpTransport using(CloseableHttpClient client) {
        return new ApacheTransport(client, () -> {});
    }

    private static HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(10, TimeUnit.SECONDS)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setConnectionFactory(ignored -> new StrictConnection())
                .build();
    }
}
