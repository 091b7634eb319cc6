package io.github.hlr4j.example.transport.apache;

import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.HttpTransportProvider;

/** Lets {@link java.util.ServiceLoader} find this transport under the name {@code apache}. */
public final class ApacheHttpTransportProvider implements HttpTransportProvider {

    /** Creates a provider; it holds nothing. */
    public ApacheHttpTransportProvider() {}

    /**
     * The name of this transport.
     *
     * @return {@code apache}
     */
    @Override
    public String name() {
        return "apache";
    }

    /**
     * Creates a transport with default settings.
     *
     * @return a new transport that the caller closes
     */
    @Override
    public HttpTransport create() {
        return ApacheHttpTransport.create();
    }
}
