package io.github.hlr4j;

/** A value that was refused before it could cost or lose anything: the message says what is wrong with it and where. */
public class InvalidInputException extends HlrException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong and where
     */
    public InvalidInputException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what is wrong and where
     * @param cause what led to it; may be null
     */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
