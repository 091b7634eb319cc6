package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;

/** Promises that nothing was sent, because no reply came. */
final class CallsABreakNotSent implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        if (failure.getCause() instanceof IOException) {
            throw new TransportException(Delivery.NOT_SENT, failure.getMessage(), failure);
        }
        throw failure;
    }
}
