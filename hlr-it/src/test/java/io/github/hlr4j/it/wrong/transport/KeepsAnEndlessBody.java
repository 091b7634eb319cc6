package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;

/** Reads a reply for as long as it comes. */
final class KeepsAnEndlessBody implements Flaw {

    @Override
    public HttpReply post(HttpTransport right, HttpPost post) {
        return right.post(new HttpPost(
                post.uri(), post.contentType(), post.accept(), post.body(), post.timeout(), Integer.MAX_VALUE));
    }
}
