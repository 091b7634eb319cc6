package io.github.hlr4j.transport.jdk;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.HttpTransport;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * Makes transports that send over HTTP/1.1 with the HTTP client of the JDK.
 *
 * <p>Connections are kept open and used again. The number of connections is that of concurrent calls, which the quota of
 * the client bounds. Share one transport among all clients of a process: each has threads of its own.
 *
 * <p>{@link HttpTransport#close() Closing} refuses further calls and lets those in flight end by their own deadline,
 * because cutting off a request that is paid for would leave its outcome unknown. A transport that made its own client
 * closes that too: on Java 21 and newer this waits for the calls in flight and then releases connections and threads; on
 * older releases, which cannot close a client, they are released once it is garbage. A client that was
 * {@linkplain #using(HttpClient) given} is never closed.
 */
public final class JdkHttpTransport {

    private static final String RESEND_PROPERTY = "jdk.httpclient.enableAllMethodRetry";

    private JdkHttpTransport() {}

    /**
     * Creates a transport with default settings: the proxy and certificates of this virtual machine, ten seconds to
     * connect.
     *
     * @return a new transport that the caller closes
     * @throws ConfigurationException if this virtual machine was told to send a POST again
     */
    public static HttpTransport create() {
        return builder().build();
    }

    /**
     * Starts a transport with other settings.
     *
     * @return a builder with default settings
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Creates a transport over the application's own client, where the builder has too few settings.
     *
     * @param client a client that follows no redirect and has no authenticator; the transport never closes it, and pins
     *     each request to HTTP/1.1 whatever its version
     * @return a new transport
     * @throws ConfigurationException if the client might send a request more than once, or this virtual machine was told
     *     to
     */
    public static HttpTransport using(HttpClient client) {
        refuseResending();
        if (client.followRedirects() != Redirect.NEVER) {
            throw new ConfigurationException("The HttpClient follows redirects (" + client.followRedirects()
                    + "), so a request that is paid for could be sent more than once, with the API key in it."
                    + " Build it with followRedirects(HttpClient.Redirect.NEVER).");
        }
        if (client.authenticator().isPresent()) {
            throw new ConfigurationException(
                    "The HttpClient has an Authenticator, so a request that is paid for could be"
                            + " sent again after a status 401 or 407. Build it without authenticator(...).");
        }
        return new JdkTransport(client, () -> {});
    }

    private static HttpTransport owning(HttpClient client) {
        return new JdkTransport(client, client instanceof AutoCloseable closeable ? closeable : () -> {});
    }

    private static void refuseResending() {
        String value = System.getProperty(RESEND_PROPERTY);
        if (value != null && !value.equalsIgnoreCase("false")) {
            throw new ConfigurationException("The system property " + RESEND_PROPERTY + " is set to '" + value
                    + "': the HTTP client of the JDK would send a POST again when its connection breaks, and a request"
                    + " that arrives twice is paid for twice. Remove -D" + RESEND_PROPERTY + ", or set it to false.");
        }
    }

    /** Settings of a transport; not safe for concurrent use. */
    public static final class Builder {

        private final HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(Redirect.NEVER);

        private Builder() {
            connectTimeout(Duration.ofSeconds(10));
        }

        /**
         * Sets the proxy of each address.
         *
         * @param selector by default the proxy that the system properties of this virtual machine name; for none at all
         *     {@link HttpClient.Builder#NO_PROXY}
         * @return this builder
         */
        public Builder proxy(ProxySelector selector) {
            client.proxy(selector);
            return this;
        }

        /**
         * Sets how long opening a connection may take, the TLS handshake left out. A call that runs into its own deadline
         * earlier ends earlier.
         *
         * @param timeout positive; by default ten seconds
         * @return this builder
         * @throws InvalidInputException if it is not positive
         */
        public Builder connectTimeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new InvalidInputException("a connect timeout is longer than nothing");
            }
            client.connectTimeout(timeout);
            return this;
        }

        /**
         * Sets whom the transport trusts and how it identifies itself.
         *
         * @param context by default that of this virtual machine
         * @return this builder
         */
        public Builder sslContext(SSLContext context) {
            client.sslContext(Objects.requireNonNull(context, "context"));
            return this;
        }

        /**
         * Creates the transport.
         *
         * @return a new transport that the caller closes
         * @throws ConfigurationException if this virtual machine was told to send a POST again
         */
        public HttpTransport build() {
            refuseResending();
            return owning(client.build());
        }
    }
}
