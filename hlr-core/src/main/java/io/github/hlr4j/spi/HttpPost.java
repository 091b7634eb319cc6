package io.github.hlr4j.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** A request that a transport sends: a POST with a small body, a content type and a time limit. */
public final class HttpPost {

    private final URI uri;
    private final String contentType;
    private final String accept;
    private final byte[] body;
    private final Duration timeout;
    private final int maxReplyBytes;

    /**
     * Describes a request.
     *
     * @param uri the absolute address to post to
     * @param contentType the value of the header {@code Content-Type}
     * @param accept the value of the header {@code Accept}
     * @param body the body; not copied, so it must not change
     * @param timeout the longest time from the call to the last byte of the reply; positive
     * @param maxReplyBytes the largest reply body that is read; positive
     */
    public HttpPost(URI uri, String contentType, String accept, byte[] body, Duration timeout, int maxReplyBytes) {
        this.uri = Objects.requireNonNull(uri, "uri");
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.accept = Objects.requireNonNull(accept, "accept");
        this.body = Objects.requireNonNull(body, "body");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.maxReplyBytes = maxReplyBytes;
    }

    /**
     * The address to post to.
     *
     * @return an absolute http or https address
     */
    public URI uri() {
        return uri;
    }

    /**
     * The value of the header {@code Content-Type}.
     *
     * @return a media type
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The value of the header {@code Accept}.
     *
     * @return a media type
     */
    public String accept() {
        return accept;
    }

    /**
     * The body; it holds the API key and whole phone numbers.
     *
     * @return the bytes themselves, not a copy
     */
    public byte[] body() {
        return body;
    }

    /**
     * The longest time from the call to the last byte of the reply.
     *
     * @return a positive duration
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * The largest reply body that is read.
     *
     * @return a positive count of bytes
     */
    public int maxReplyBytes() {
        return maxReplyBytes;
    }

    /** Address and size. The body is left out, it holds a key and phone numbers. */
    @Override
    public String toString() {
        return "HttpPost[" + uri + ", " + body.length + " bytes]";
    }
}
