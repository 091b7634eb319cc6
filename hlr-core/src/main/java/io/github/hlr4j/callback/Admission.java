package io.github.hlr4j.callback;

/** What a receiver says to a request before its body is read. */
public sealed interface Admission {

    /**
     * The request is answered without reading its body.
     *
     * @param response the answer
     */
    record Refused(CallbackResponse response) implements Admission {}

    /** The token holds: the body may be read, once. */
    non-sealed interface Admitted extends Admission {

        /**
         * The most bytes that are worth reading; a longer body is answered {@link CallbackResponse#TOO_LARGE}.
         *
         * @return a count of bytes
         */
        int maxBytes();

        /**
         * Reads the body and hands its results over; blocks as long as the handler or the store does.
         *
         * @param body the whole body, or at least one byte more of it than {@link #maxBytes()}
         * @return the answer, which may leave at once
         */
        CallbackResponse receive(byte[] body);

        /**
         * Tells that the body will not be received, because it did not arrive whole or not in time.
         *
         * @param answer what the adapter answers, as far as anybody is there to read it
         * @return the same answer
         */
        CallbackResponse lost(CallbackResponse answer);
    }
}
