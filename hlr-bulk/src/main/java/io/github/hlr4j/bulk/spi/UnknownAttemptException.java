package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;

/** A genuine address names an attempt that the ledger does not have: it is an old copy, or another one. */
public class UnknownAttemptException extends HlrException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param correlation the attempt
     */
    public UnknownAttemptException(Correlation correlation) {
        super(
                "the ledger does not know request " + correlation
                        + ", though its address was signed with the keys in use: an old copy"
                        + " of the ledger was restored, or another ledger's keys are used; nothing more should be sent with it");
    }
}
