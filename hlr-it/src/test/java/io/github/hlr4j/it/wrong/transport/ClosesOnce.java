package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.util.concurrent.atomic.AtomicBoolean;

/** Is offended by a second closing. */
final class ClosesOnce implements HttpTransport {

    private final HttpTransport right = JdkHttpTransport.create();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public HttpReply post(HttpPost post) {
        return right.post(post);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            throw new IllegalStateException("closed already");
        }
        right.close();
    }
}
