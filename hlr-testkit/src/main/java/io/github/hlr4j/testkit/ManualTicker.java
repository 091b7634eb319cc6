package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A ticker whose time passes only when a test says so.
 *
 * <p>There are two kinds. With {@link #create()}, threads that wait see an advance made by another thread within about a
 * millisecond. With {@link #advancingItself()}, waiting does not block: it advances the time by what was to be waited, so
 * that one thread runs through hours in no time.
 *
 * <p>Safe for concurrent use.
 */
public final class ManualTicker implements Ticker {

    private static final long LONGEST_REAL_WAIT_SECONDS = 10;

    private final boolean advancingItself;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Thread> waiters = new HashSet<>();
    private long nanos;

    private ManualTicker(boolean advancingItself) {
        this.advancingItself = advancingItself;
    }

    /**
     * A ticker that stands still until {@link #advance}.
     *
     * @return a ticker at its origin
     */
    public static ManualTicker create() {
        return new ManualTicker(false);
    }

    /**
     * A ticker that also advances by itself whenever somebody waits for it.
     *
     * @return a ticker at its origin, for a single thread
     */
    public static ManualTicker advancingItself() {
        return new ManualTicker(true);
    }

    @Override
    public long nanos() {
        lock.lock();
        try {
            return nanos;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets time pass.
     *
     * @param time how much; not negative
     * @throws InvalidInputException if it is negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new InvalidInputException("time does not run backwards");
        }
        lock.lock();
        try {
            nanos += time.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a millisecond at the most, and then lets the caller look at the time again. */
    @Override
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public void await(Condition condition, long time) throws InterruptedException {
        if (advancingItself) {
            passTime(time);
        } else {
            noteWaiter();
            condition.await(1, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Waits, in the time of this machine, until so many threads have waited for this ticker: a test knows then that they
     * came as far as that.
     *
     * @param threads how many distinct threads since the ticker was made
     * @throws HlrException if it takes longer than 10 seconds, or the thread is interrupted
     */
    public void awaitWaiters(int threads) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(LONGEST_REAL_WAIT_SECONDS);
            while (waiters.size() < threads && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (waiters.size() < threads) {
                throw new HlrException(waiters.size() + " instead of " + threads + " threads wait for the ticker");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HlrException("interrupted while waiting for threads that wait for the ticker", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The time since the origin.
     *
     * @return for example {@code ManualTicker[PT1M]}
     */
    @Override
    public String toString() {
        return "ManualTicker[" + Duration.ofNanos(nanos()) + "]";
    }

    private void passTime(long time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(Duration.ofNanos(Math.max(0, time)));
    }

    private void noteWaiter() {
        lock.lock();
        try {
            if (waiters.add(Thread.currentThread())) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
