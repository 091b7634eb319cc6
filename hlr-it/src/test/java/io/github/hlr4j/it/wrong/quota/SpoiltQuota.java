package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;

/** The right quota, for a subclass to spoil. */
class SpoiltQuota implements RequestQuota {

    final RequestQuota right;

    SpoiltQuota(Rate rate, Ticker ticker) {
        right = SlotQuota.builder().rate(rate).ticker(ticker).build();
    }

    @Override
    public final Permit acquire(Duration longestWait) throws InterruptedException {
        Permit permit = take(longestWait);
        return usage -> release(permit, usage);
    }

    Permit take(Duration longestWait) throws InterruptedException {
        return right.acquire(longestWait);
    }

    void release(Permit permit, Usage usage) {
        permit.release(usage);
    }
}
