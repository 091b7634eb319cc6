package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.io.IOException;
import java.net.URI;

/** Sends the key for all to read where it cannot be sent safely. */
final class FallsBackToPlainText implements Flaw {

    @Override
    public HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        if ("https".equals(post.uri().getScheme()) && failure.getCause() instanceof IOException) {
            URI plain = URI.create(post.uri().toString().replace("https:", "http:"));
            return right.post(Flaw.redirected(post, plain));
        }
        throw failure;
    }
}
