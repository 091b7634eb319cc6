package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;

/** As if the service had no limit. */
final class NeverWaits implements RequestQuota {

    NeverWaits(Rate rate, Ticker ticker) {}

    @Override
    public Permit acquire(Duration longestWait) {
        return usage -> {};
    }
}
