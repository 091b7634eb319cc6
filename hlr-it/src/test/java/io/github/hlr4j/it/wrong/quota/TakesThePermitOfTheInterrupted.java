package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Waits in a thread of its own, which takes the permit also for a caller who goes meanwhile. */
final class TakesThePermitOfTheInterrupted extends SpoiltQuota {

    TakesThePermitOfTheInterrupted(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    Permit take(Duration longestWait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        FutureTask<Permit> waiting = new FutureTask<>(() -> right.acquire(longestWait));
        Thread thread = new Thread(waiting, "waits-for-a-permit");
        thread.setDaemon(true);
        thread.start();
        try {
            return waiting.get();
        } catch (ExecutionException e) {
            throw new QuotaException(e.getCause().getMessage());
        }
    }
}
