package io.github.hlr4j;

/**
 * The root of every exception that this library throws, a null argument apart.
 *
 * <p>No message of this family contains an API key, a callback token or a whole phone number.
 */
public class HlrException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message what was wrong and what to do
     */
    public HlrException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what was wrong and what to do
     * @param cause what led to it; may be null
     */
    public HlrException(String message, Throwable cause) {
        super(message, cause);
    }
}
