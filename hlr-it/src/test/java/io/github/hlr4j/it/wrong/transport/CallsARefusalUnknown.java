package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.net.ConnectException;

/** Does not tell a connection that was never made from one that broke. */
final class CallsARefusalUnknown implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        if (failure.getCause() instanceof ConnectException) {
            throw new TransportException(Delivery.UNKNOWN, failure.getMessage(), failure);
        }
        throw failure;
    }
}
