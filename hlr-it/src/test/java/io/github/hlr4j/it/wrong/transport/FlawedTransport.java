package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;

/** The right transport with one flaw. */
record FlawedTransport(HttpTransport right, Flaw flaw) implements HttpTransport {

    @Override
    public HttpReply post(HttpPost post) {
        return flaw.post(right, post);
    }

    @Override
    public void close() {
        right.close();
    }
}
