package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;

/** Has a client for each request. */
final class ConnectsForEachCall implements HttpTransport {

    @Override
    public HttpReply post(HttpPost post) {
        try (HttpTransport right = JdkHttpTransport.create()) {
            return right.post(post);
        }
    }

    @Override
    public void close() {}
}
