/**
 * Sends requests with Apache HttpClient 5: an example of a transport that hlr4j does not bring along.
 *
 * <p>{@link io.github.hlr4j.example.transport.apache.ApacheHttpTransport} is where to begin; an application that needs no
 * setting has nothing to call, the transport is found by {@link java.util.ServiceLoader}.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.hlr4j.example.transport.apache {
    requires transitive io.github.hlr4j.core;
    requires transitive org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    // Apache's jars are automatic modules, which cannot say that they need these:
    requires org.apache.httpcomponents.core5.httpcore5.h2;
    requires jdk.net;
    requires org.slf4j;

    exports io.github.hlr4j.example.transport.apache;

    provides io.github.hlr4j.spi.HttpTransportProvider with
            io.github.hlr4j.example.transport.apache.ApacheHttpTransportProvider;
}
