package io.github.hlr4j.transport.jdk;

import java.io.IOException;

/** A reply body that went beyond the number of bytes that the request allows. */
final class ReplyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ReplyTooLargeException() {
        super("the reply body is larger than the request allows");
    }
}
