package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;

/** Keeps the slot of a request that never left. */
final class CountsTheUnsent extends SpoiltQuota {

    CountsTheUnsent(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    void release(Permit permit, Usage usage) {
        permit.release(usage == Usage.NOT_SENT ? Usage.ANSWERED : usage);
    }
}
