package io.github.hlr4j.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A complete reply over HTTP: any status, its headers and its body. */
public final class HttpReply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Describes a reply.
     *
     * @param status the HTTP status
     * @param headers names, in any case, and first values
     * @param body the body; empty where there was none; not copied, so it must not change
     */
    public HttpReply(int status, Map<String, String> headers, byte[] body) {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        this.status = status;
        this.headers = sorted;
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * The HTTP status.
     *
     * @return the status as received
     */
    public int status() {
        return status;
    }

    /**
     * The first value of a header.
     *
     * @param name the name, in any case
     * @return the value; empty where the reply has no such header
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The body.
     *
     * @return the bytes themselves, not a copy; empty where there was none
     */
    public byte[] body() {
        return body;
    }

    /** Status and size. The body is left out, a service may repeat in it what it was sent. */
    @Override
    public String toString() {
        return "HttpReply[" + status + ", " + body.length + " bytes]";
    }
}
