package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;

/** Sends a text, and takes what comes. */
final class IgnoresTheMediaTypes implements Flaw {

    @Override
    public HttpReply post(HttpTransport right, HttpPost post) {
        return right.post(
                new HttpPost(post.uri(), "text/plain", "*/*", post.body(), post.timeout(), post.maxReplyBytes()));
    }
}
