package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;

/** Has the whole address in the message of a cause, with the query. */
final class RepeatsTheAddress implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        throw new TransportException(
                failure.delivery(), failure.getMessage(), new IllegalStateException("no reply from " + post.uri()));
    }
}
