package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.nio.charset.StandardCharsets;

/** Puts into its message what it could not send: the key, and the numbers. */
final class RepeatsTheRequest implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        String body = new String(post.body(), StandardCharsets.UTF_8);
        throw new TransportException(failure.delivery(), "could not post " + body, failure);
    }
}
