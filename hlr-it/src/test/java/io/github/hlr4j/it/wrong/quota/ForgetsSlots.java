package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;

/** Keeps requests apart and believes that this is all. */
final class ForgetsSlots extends SpoiltQuota {

    ForgetsSlots(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    void release(Permit permit, Usage usage) {
        permit.release(usage == Usage.THROTTLED ? usage : Usage.NOT_SENT);
    }
}
