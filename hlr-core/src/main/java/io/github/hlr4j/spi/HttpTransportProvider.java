package io.github.hlr4j.spi;

/** How a transport is found by {@link java.util.ServiceLoader}: a public class with a public constructor without arguments. */
public interface HttpTransportProvider {

    /**
     * The name by which an application chooses this transport, where several are present.
     *
     * @return a short lower-case word, for example {@code jdk}
     */
    String name();

    /**
     * Creates a transport with default settings.
     *
     * @return a new transport that the caller closes
     */
    HttpTransport create();
}
