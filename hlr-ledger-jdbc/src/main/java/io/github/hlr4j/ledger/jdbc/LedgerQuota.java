package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.LedgerException;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A quota whose slots are rows of the ledger. Callers of this instance are served in their order; those of other processes take
 * what is free when they ask.
 */
final class LedgerQuota implements RequestQuota {

    /** How long it may take until an answer to another process is noticed. */
    private static final long POLL = Duration.ofMillis(50).toNanos();

    private static final Duration LONGEST_SANE_WAIT = Duration.ofDays(365);

    private final Slots slots;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> waiting = new ArrayDeque<>();

    LedgerQuota(Slots slots, Ticker ticker) {
        this.slots = slots;
        this.ticker = ticker;
    }

    @Override
    public Permit acquire(Duration longestWait) throws InterruptedException {
        long wait = longestWait.compareTo(LONGEST_SANE_WAIT) > 0 ? LONGEST_SANE_WAIT.toNanos() : longestWait.toNanos();
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        waiting.addLast(turn);
        try {
            return new SlotPermit(awaitSlot(turn, ticker.nanos() + wait));
        } finally {
            waiting.remove(turn);
            wakeFirst();
            lock.unlock();
        }
    }

    private String awaitSlot(Condition turn, long deadline) throws InterruptedException {
        while (true) {
            Slots.Answer answer = slots.ask(ahead(turn));
            Optional<String> slot = answer.slot();
            if (slot.isPresent()) {
                return slot.get();
            }
            long left = deadline - ticker.nanos();
            if (left <= 0 || answer.toWait() > left) {
                throw new QuotaException(
                        "the quota lets the next request leave in %d ms, the caller waits at most %d ms"
                                .formatted(millis(answer.toWait()), millis(Math.max(0, left))));
            }
            ticker.await(turn, answer.toWait() > 0 ? answer.toWait() : Math.min(POLL, left));
        }
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

    private static long millis(long nanos) {
        return (nanos + 999_999) / 1_000_000;
    }

    private final class SlotPermit implements Permit {

        private final String slot;
        private final AtomicBoolean released = new AtomicBoolean();

        SlotPermit(String slot) {
            this.slot = slot;
        }

        @Override
        public void release(Usage usage) {
            Objects.requireNonNull(usage, "usage");
            if (released.compareAndSet(false, true)) {
                try {
                    slots.release(slot, usage);
                } catch (LedgerException e) {
                    // The request may have been paid for, and its slot frees itself, if late.
                }
                wake();
            }
        }

        private void wake() {
            lock.lock();
            try {
                wakeFirst();
            } finally {
                lock.unlock();
            }
        }
    }
}
