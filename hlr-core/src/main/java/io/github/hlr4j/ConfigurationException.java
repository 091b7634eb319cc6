package io.github.hlr4j;

/** A part that is missing, ambiguous or unsafe: the message lists the candidates and names the cure. */
public class ConfigurationException extends HlrException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is missing or ambiguous, and how to mend it
     */
    public ConfigurationException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what is missing or ambiguous, and how to mend it
     * @param cause what led to it; may be null
     */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
