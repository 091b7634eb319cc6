package io.github.hlr4j.quota;

import io.github.hlr4j.spi.QuotaException;

/** No permit is given any more, because a {@link StoppableQuota} was stopped. */
public class QuotaStoppedException extends QuotaException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public QuotaStoppedException() {
        super("sending was stopped");
    }
}
