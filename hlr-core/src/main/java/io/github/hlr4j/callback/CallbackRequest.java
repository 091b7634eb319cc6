package io.github.hlr4j.callback;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an incoming request before its body is read.
 *
 * @param method the HTTP method, for example {@code POST}
 * @param path the raw path; its last segment is the token
 * @param contentType the header {@code Content-Type}, where there is one
 * @param contentLength the length that the sender announces in bytes; -1 where it announces none
 */
public record CallbackRequest(String method, String path, Optional<String> contentType, long contentLength) {

    /** Checks that nothing is null. */
    public CallbackRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(contentType, "contentType");
    }

    /** Method and length; the path is a secret. */
    @Override
    public String toString() {
        return "CallbackRequest[" + method + ", " + contentLength + " bytes]";
    }
}
