package io.github.hlr4j.transport.jdk;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.HttpTransportProvider;

/** Lets {@link java.util.ServiceLoader} find this transport under the name {@code jdk}. */
public final class JdkHttpTransportProvider implements HttpTransportProvider {

    /** Creates a provider; it holds nothing. */
    public JdkHttpTransportProvider() {}

    /**
     * The name of this transport.
     *
     * @return {@code jdk}
     */
    @Override
    public String name() {
        return "jdk";
    }

    /**
     * Creates a transport with default settings.
     *
     * @return a new transport that the caller closes
     * @throws ConfigurationException if this virtual machine was told to send a POST again
     */
    @Override
    public HttpTransport create() {
        return JdkHttpTransport.create();
    }
}
