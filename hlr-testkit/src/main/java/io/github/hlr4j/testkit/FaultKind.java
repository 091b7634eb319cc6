package io.github.hlr4j.testkit;

/** A way in which an exchange with the service can go wrong, and whether the request was billed all the same. */
public enum FaultKind {
    /** The whole request is read, taken and billed; then the connection is closed without a reply. */
    CLOSE_AFTER_READING(true),
    /** The whole request is read, taken and billed; then the connection is reset without a reply. */
    RESET_AFTER_READING(true),
    /** The request is answered with HTTP 503 and an empty body, and neither looked at nor billed. */
    SERVICE_UNAVAILABLE(false);

    private final boolean billed;

    FaultKind(boolean billed) {
        this.billed = billed;
    }

    /**
     * Whether a request that meets this fault is billed, if it would have been accepted without it.
     *
     * @return true where the caller pays for a request of which it hears nothing
     */
    public boolean isBilled() {
        return billed;
    }
}
