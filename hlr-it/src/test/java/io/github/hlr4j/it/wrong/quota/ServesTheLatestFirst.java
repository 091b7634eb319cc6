package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps those who wait on a stack. */
final class ServesTheLatestFirst implements RequestQuota {

    private final RequestQuota right;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> waiting = new ArrayDeque<>();

    ServesTheLatestFirst(Rate rate, Ticker ticker) {
        this.right = SlotQuota.builder().rate(rate).ticker(ticker).build();
        this.ticker = ticker;
    }

    @Override
    public Permit acquire(Duration longestWait) throws InterruptedException {
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        waiting.push(turn);
        try {
            return awaitTurn(turn, ticker.nanos() + longestWait.toNanos());
        } finally {
            waiting.remove(turn);
            lock.unlock();
        }
    }

    private Permit awaitTurn(Condition turn, long deadline) throws InterruptedException {
        while (true) {
            try {
                if (waiting.peek() == turn) {
                    return right.acquire(Duration.ZERO);
                }
            } catch (QuotaException e) {
                if (ticker.nanos() >= deadline) {
                    throw e;
                }
            }
            ticker.await(turn, Duration.ofSeconds(1).toNanos());
        }
    }
}
