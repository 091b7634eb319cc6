package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.HlrException;

/** The ledger could not write down or read what it has to: the message says what to look after. */
public class LedgerException extends HlrException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message what is wrong and what to do
     */
    public LedgerException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; may be null
     */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
