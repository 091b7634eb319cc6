package io.github.hlr4j.callback;

/** What a receiver answers: a status and never a body. */
public enum CallbackResponse {
    /** The results are with the handler or in the store. */
    TAKEN(204),
    /** The body cannot be read, or a phone does not belong to its request. */
    MALFORMED(400),
    /** There is nothing at this address, one answer for every reason. */
    NOT_FOUND(404),
    /** Only POST is received here; the adapter adds {@code Allow: POST}. */
    METHOD_NOT_ALLOWED(405),
    /** The body did not arrive in time; answered by the adapter. */
    TIMED_OUT(408),
    /** The body is too large. */
    TOO_LARGE(413),
    /** The content type is none that is read here. */
    UNSUPPORTED_TYPE(415),
    /** The results could not be handed over; send them again. */
    UNAVAILABLE(503);

    private final int status;

    CallbackResponse(int status) {
        this.status = status;
    }

    /**
     * The HTTP status.
     *
     * @return 204, or a status from 400 to 503
     */
    public int status() {
        return status;
    }
}
