package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;

/** Is safe for threads in the cheapest way. */
final class TakesOneCallAtATime implements Flaw {

    @Override
    public synchronized HttpReply post(HttpTransport right, HttpPost post) {
        return right.post(post);
    }
}
