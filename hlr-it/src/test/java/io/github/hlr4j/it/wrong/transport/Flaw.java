package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.net.URI;

/** What is wrong with a transport that is right otherwise: what it sends, what it makes of a reply, or of a failure. */
interface Flaw {

    default HttpReply post(HttpTransport right, HttpPost post) {
        try {
            return answered(right, post, right.post(post));
        } catch (TransportException e) {
            return failed(right, post, e);
        }
    }

    default HttpReply answered(HttpTransport right, HttpPost post, HttpReply reply) {
        return reply;
    }

    default HttpReply failed(HttpTransport right, HttpPost post, TransportException failure) {
        throw failure;
    }

    /** The same request to another address. */
    static HttpPost redirected(HttpPost post, URI uri) {
        return new HttpPost(uri, post.contentType(), post.accept(), post.body(), post.timeout(), post.maxReplyBytes());
    }
}
