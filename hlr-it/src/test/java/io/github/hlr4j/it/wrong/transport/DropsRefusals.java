package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;

/** Takes a reply for a failure where its status is not 2xx, and so loses the reason. */
final class DropsRefusals implements Flaw {

    @Override
    public HttpReply answered(HttpTransport right, HttpPost post, HttpReply reply) {
        if (reply.status() >= 300) {
            throw new TransportException(Delivery.UNKNOWN, "status " + reply.status(), null);
        }
        return reply;
    }
}
