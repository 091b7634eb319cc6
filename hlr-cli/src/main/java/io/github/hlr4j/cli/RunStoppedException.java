package io.github.hlr4j.cli;

import io.github.hlr4j.spi.QuotaException;

/** A request that was sent away from the queue of the quota because its run was stopped. */
final class RunStoppedException extends QuotaException {

    private static final long serialVersionUID = 1L;

    RunStoppedException() {
        super("the run was stopped before it was sent");
    }
}
