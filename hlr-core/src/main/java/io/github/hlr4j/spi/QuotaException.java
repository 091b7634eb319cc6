package io.github.hlr4j.spi;

import io.github.hlr4j.HlrException;

/** A request that was not sent because the quota gives it no permit, mostly for a wait longer than its caller allows. */
public class QuotaException extends HlrException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message why, for example how long the wait would be and how long the caller allowed
     */
    public QuotaException(String message) {
        super(message);
    }
}
