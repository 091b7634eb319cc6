package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leaves it to the caller to find out what an exception means for the money. */
final class ThrowsItsClientsException implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        throw new UncheckedIOException(new IOException(failure.getMessage()));
    }
}
