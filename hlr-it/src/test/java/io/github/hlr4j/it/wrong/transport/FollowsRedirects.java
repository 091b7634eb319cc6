package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import java.net.URI;

/** Goes where 307 and 308 point, with the body. */
final class FollowsRedirects implements Flaw {

    @Override
    public HttpReply answered(HttpTransport right, HttpPost post, HttpReply reply) {
        if (reply.status() != 307 && reply.status() != 308) {
            return reply;
        }
        URI location = post.uri().resolve(reply.header("Location").orElseThrow());
        return right.post(Flaw.redirected(post, location));
    }
}
