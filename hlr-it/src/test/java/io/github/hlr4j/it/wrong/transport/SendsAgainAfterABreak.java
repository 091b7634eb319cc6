package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;

/** Takes a connection that broke for a request that was lost. */
final class SendsAgainAfterABreak implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        if (failure.getCause() instanceof IOException) {
            return right.post(post);
        }
        throw failure;
    }
}
