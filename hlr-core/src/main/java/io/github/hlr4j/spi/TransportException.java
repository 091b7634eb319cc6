package io.github.hlr4j.spi;

import io.github.hlr4j.HlrException;
import java.util.Objects;

/** A request that got no complete reply, and whether the service may have seen it. */
public final class TransportException extends HlrException {

    private static final long serialVersionUID = 1L;

    /** Survives serialization, like the message. */
    private final Delivery delivery;

    /**
     * Creates an exception.
     *
     * @param delivery whether the service may have seen the request
     * @param message what happened, without anything of the request's body
     * @param cause what led to it; may be null
     */
    public TransportException(Delivery delivery, String message, Throwable cause) {
        super(message, cause);
        this.delivery = Objects.requireNonNull(delivery, "delivery");
    }

    /**
     * Whether the service may have seen the request.
     *
     * @return never null
     */
    public Delivery delivery() {
        return delivery;
    }
}
