package io.github.hlr4j.spi;

import io.github.hlr4j.HlrException;

/** A body that is not of the form that its decoder reads. */
public final class MalformedBodyException extends HlrException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with the body, without repeating its values
     */
    public MalformedBodyException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what is wrong with the body, without repeating its values
     * @param cause what led to it; may be null, and must not repeat the body's values either
     */
    public MalformedBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
