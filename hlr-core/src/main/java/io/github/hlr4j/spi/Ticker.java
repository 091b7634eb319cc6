package io.github.hlr4j.spi;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A source of monotonic time, so that time is an argument.
 *
 * <p>Safe for concurrent calls.
 */
@FunctionalInterface
public interface Ticker {

    /**
     * The time now, relative to an origin that is fixed and means nothing.
     *
     * @return nanoseconds; two readings are compared by subtracting them
     */
    long nanos();

    /**
     * Waits on a condition until it is signalled or the given time of <em>this</em> ticker may have passed. Waking up
     * early is allowed, callers look at the time again.
     *
     * @param condition a condition whose lock the caller holds
     * @param nanos how long to wait
     * @throws InterruptedException if the thread is interrupted
     */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    default void await(Condition condition, long nanos) throws InterruptedException {
        condition.await(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * The time of this Java virtual machine.
     *
     * @return a ticker over {@link System#nanoTime()}
     */
    static Ticker system() {
        return System::nanoTime;
    }
}
