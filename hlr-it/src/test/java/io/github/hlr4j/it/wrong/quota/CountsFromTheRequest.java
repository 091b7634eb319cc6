package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.Condition;

/** Holds a slot from when its request was sent, not from its answer; the service may have counted it in between. */
final class CountsFromTheRequest implements RequestQuota {

    private final Ticker ticker;
    private final RequestQuota right;
    private final ThreadLocal<Long> timeOfRequest = new ThreadLocal<>();

    CountsFromTheRequest(Rate rate, Ticker ticker) {
        this.ticker = ticker;
        this.right = SlotQuota.builder().rate(rate).ticker(new Backdated()).build();
    }

    @Override
    public Permit acquire(Duration longestWait) throws InterruptedException {
        Permit permit = right.acquire(longestWait);
        long request = ticker.nanos();
        return usage -> {
            timeOfRequest.set(request);
            permit.release(usage);
            timeOfRequest.remove();
        };
    }

    private final class Backdated implements Ticker {

        @Override
        public long nanos() {
            Long request = timeOfRequest.get();
            return request == null ? ticker.nanos() : request;
        }

        @Override
        public void await(Condition condition, long nanos) throws InterruptedException {
            ticker.await(condition, nanos);
        }
    }
}
