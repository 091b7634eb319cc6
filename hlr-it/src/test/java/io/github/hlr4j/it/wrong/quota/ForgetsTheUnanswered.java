package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;

/** Takes a request without an answer for one that the service never counted. */
final class ForgetsTheUnanswered extends SpoiltQuota {

    ForgetsTheUnanswered(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    void release(Permit permit, Usage usage) {
        permit.release(usage == Usage.UNANSWERED ? Usage.NOT_SENT : usage);
    }
}
