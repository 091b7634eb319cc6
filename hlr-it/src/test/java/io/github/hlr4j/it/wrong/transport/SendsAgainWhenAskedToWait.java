package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;

/** Does as {@code Retry-After} says. */
final class SendsAgainWhenAskedToWait implements Flaw {

    @Override
    public HttpReply answered(HttpTransport right, HttpPost post, HttpReply reply) {
        return reply.status() == 429 || reply.status() == 503 ? right.post(post) : reply;
    }
}
