/**
 * Sends requests with the HTTP client of the JDK, so that no other library is needed.
 *
 * <p>{@link io.github.hlr4j.transport.jdk.JdkHttpTransport} is where to begin; an application that needs no setting has
 * nothing to call, the transport is found by {@link java.util.ServiceLoader}.
 */
module io.github.hlr4j.transport.jdk {
    requires transitive io.github.hlr4j.core;
    requires transitive java.net.http;

    exports io.github.hlr4j.transport.jdk;

    provides io.github.hlr4j.spi.HttpTransportProvider with
            io.github.hlr4j.transport.jdk.JdkHttpTransportProvider;
}
