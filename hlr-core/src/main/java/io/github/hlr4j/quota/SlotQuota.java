package io.github.hlr4j.quota;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A quota of as many slots as the service allows requests in a window; a request takes a slot and keeps it for a full
 * window after its answer.
 *
 * <p>With the documented 360 requests a minute: a slot is free again 61 seconds after its request was answered and 91
 * seconds after one that was not, requests leave at least 170 milliseconds apart, and at most 8 are in flight. A slot that
 * is reused only after the answer cannot be counted twice in one window, however the server measures it; the pacing covers
 * servers with weighted windows or small buckets, the cap on requests in flight those that stall. Other rates scale.
 *
 * <p>The quota lives in memory: the first window after a start trusts that nothing was sent before. Safe for use by
 * several clients and threads; waiting is first come, first served.
 */
public final class SlotQuota implements RequestQuota {

    /** How many requests may be unanswered at a time, unless said otherwise. */
    public static final int DEFAULT_IN_FLIGHT = 8;

    private static final Duration LONGEST_SANE_WAIT = Duration.ofDays(365);

    private final SlotSchedule schedule;
    private final Ticker ticker;
    private final long origin;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> waiting = new ArrayDeque<>();

    private SlotQuota(Builder builder) {
        this.schedule = new SlotSchedule(builder.rate, builder.maxInFlight);
        this.ticker = builder.ticker;
        this.origin = ticker.nanos();
    }

    /**
     * The quota that the service documents: 360 requests a minute.
     *
     * @return a new quota; share one among all clients of an API key
     */
    public static SlotQuota create() {
        return builder().build();
    }

    /**
     * Starts a quota with other settings.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Permit acquire(Duration longestWait) throws InterruptedException {
        long wait = longestWait.compareTo(LONGEST_SANE_WAIT) > 0 ? LONGEST_SANE_WAIT.toNanos() : longestWait.toNanos();
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        waiting.addLast(turn);
        try {
            awaitStart(turn, now() + wait);
            return new SlotPermit();
        } finally {
            waiting.remove(turn);
            wakeFirst();
            lock.unlock();
        }
    }

    private void awaitStart(Condition turn, long deadline) throws InterruptedException {
        for (long now = now(); !takeSlot(turn, now); now = now()) {
            long earliest = schedule.earliestStart(ahead(turn), now);
            if (earliest > deadline || now >= deadline) {
                throw new QuotaException(
                        "the quota lets the next request leave in %d ms, the caller waits at most %d ms"
                                .formatted(millis(earliest - now), millis(Math.max(0, deadline - now))));
            }
            long untilEarliest = earliest - now;
            ticker.await(turn, untilEarliest > 0 ? untilEarliest : deadline - now);
        }
    }

    private boolean takeSlot(Condition turn, long now) {
        boolean taken = waiting.peekFirst() == turn && schedule.mayStart(now);
        if (taken) {
            schedule.start(now);
        }
        return taken;
    }

    private int ahead(Condition turn) {
        int ahead = 0;
        for (Condition other : waiting) {
            if (other == turn) {
                break;
            }
            ahead++;
        }
        return ahead;
    }

    private void wakeFirst() {
        Condition first = waiting.peekFirst();
        if (first != null) {
            first.signal();
        }
    }

    private long now() {
        return ticker.nanos() - origin;
    }

    private static long millis(long nanos) {
        return (nanos + 999_999) / 1_000_000;
    }

    private final class SlotPermit implements Permit {

        private boolean released;

        @Override
        public void release(Usage usage) {
            Objects.requireNonNull(usage, "usage");
            lock.lock();
            try {
                if (!released) {
                    released = true;
                    schedule.finish(usage, now());
                    wakeFirst();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Settings of a quota; not safe for concurrent use. */
    public static final class Builder {

        private Rate rate = Rate.DOCUMENTED;
        private int maxInFlight = DEFAULT_IN_FLIGHT;
        private Ticker ticker = Ticker.system();

        private Builder() {}

        /**
         * Sets the rate that the service allows; all other times scale with it.
         *
         * @param newRate by default 360 requests a minute
         * @return this builder
         */
        public Builder rate(Rate newRate) {
            this.rate = Objects.requireNonNull(newRate, "rate");
            return this;
        }

        /**
         * Sets how many requests may be unanswered at a time.
         *
         * @param newMaxInFlight at least 1; by default 8
         * @return this builder
         * @throws InvalidInputException if it is less than 1
         */
        public Builder maxInFlight(int newMaxInFlight) {
            if (newMaxInFlight < 1) {
                throw new InvalidInputException("at least one request must be allowed in flight");
            }
            this.maxInFlight = newMaxInFlight;
            return this;
        }

        /**
         * Sets the source of time.
         *
         * @param newTicker by default the system's
         * @return this builder
         */
        public Builder ticker(Ticker newTicker) {
            this.ticker = Objects.requireNonNull(newTicker, "ticker");
            return this;
        }

        /**
         * Creates the quota.
         *
         * @return a new quota with every slot free
         */
        public SlotQuota build() {
            return new SlotQuota(this);
        }
    }
}
