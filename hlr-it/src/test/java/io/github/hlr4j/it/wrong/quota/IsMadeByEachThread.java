package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;

/** Makes itself at its first use, without a lock: each of the threads that come first has a quota of its own. */
final class IsMadeByEachThread implements RequestQuota {

    private final Rate rate;
    private final Ticker ticker;
    private volatile RequestQuota right;

    IsMadeByEachThread(Rate rate, Ticker ticker) {
        this.rate = rate;
        this.ticker = ticker;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // lets others in, as a busy machine would
    public Permit acquire(Duration longestWait) throws InterruptedException {
        RequestQuota quota = right;
        if (quota == null) {
            Thread.yield();
            quota = SlotQuota.builder().rate(rate).ticker(ticker).build();
            right = quota;
        }
        return quota.acquire(longestWait);
    }
}
