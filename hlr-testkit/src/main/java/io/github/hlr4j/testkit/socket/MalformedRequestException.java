package io.github.hlr4j.testkit.socket;

import java.io.IOException;

/** What arrived is no request of HTTP/1, or one that is larger than anybody needs. */
public final class MalformedRequestException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status that tells the client so. */
    private final int status;

    MalformedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * The HTTP status that tells the client so.
     *
     * @return 400, 413 or 431
     */
    public int status() {
        return status;
    }
}
