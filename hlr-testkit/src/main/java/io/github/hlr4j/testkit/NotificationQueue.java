package io.github.hlr4j.testkit;

import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The results that wait to be posted, and the account of those that were.
 *
 * <p>Holds campaigns and makes a result only when somebody takes it, so that what waits takes 8 bytes a number. At most
 * 10,000 campaigns are unfinished, further ones have to wait for room; at most 1,000 results are between their first
 * attempt and their end. The latest 10,000 results that ended are remembered.
 */
final class NotificationQueue {

    private static final int MAX_CAMPAIGNS = 10_000;
    private static final int MAX_OPEN = 1_000;

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<CampaignRun> unfinished = new HashSet<>();
    private final Deque<CampaignRun> ready = new ArrayDeque<>();
    private final Queue<Notification> again = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private final Deque<SentNotification> ended = new ArrayDeque<>();
    private final long origin;
    private int open;
    private long pending;
    private long acknowledged;
    private long failed;

    NotificationQueue(Ticker ticker) {
        this.ticker = ticker;
        this.origin = ticker.nanos();
    }

    /** Adds a campaign whose results leave once it is released, or after some time in any case. */
    void add(CampaignRun run, Duration holdAtMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unfinished.size() >= MAX_CAMPAIGNS) {
                changed.await();
            }
            unfinished.add(run);
            pending += run.size();
            schedule(run, holdAtMost, () -> makeReady(run));
        } finally {
            lock.unlock();
        }
    }

    void release(CampaignRun run) {
        lock.lock();
        try {
            timers.removeIf(timer -> timer.owner == run);
            makeReady(run);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Notification take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Notification next = poll();
            while (next == null) {
                awaitWork();
                next = poll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    void tryAgain(Notification notification, Duration delay) {
        lock.lock();
        try {
            if (unfinished.contains(notification.run())) {
                schedule(notification, delay, () -> again.add(notification));
            }
        } finally {
            lock.unlock();
        }
    }

    void finish(Notification notification, SentNotification sent) {
        lock.lock();
        try {
            if (unfinished.contains(notification.run())) {
                open--;
                pending--;
                remember(sent);
                if (notification.run().finishOne()) {
                    unfinished.remove(notification.run());
                }
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits, in the time of this machine, until every result of a campaign has ended. */
    boolean awaitEnd(CampaignRun run, Duration longestWait) throws InterruptedException {
        return await(() -> !unfinished.contains(run), longestWait);
    }

    /** Waits, in the time of this machine, until every result has ended. */
    boolean awaitEnd(Duration longestWait) throws InterruptedException {
        return await(() -> pending == 0, longestWait);
    }

    NotificationCounts counts() {
        lock.lock();
        try {
            return new NotificationCounts(pending, acknowledged, failed);
        } finally {
            lock.unlock();
        }
    }

    List<SentNotification> ended() {
        lock.lock();
        try {
            return List.copyOf(ended);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything; what is being posted right now ends uncounted. */
    void clear() {
        lock.lock();
        try {
            unfinished.clear();
            ready.clear();
            again.clear();
            timers.clear();
            ended.clear();
            open = 0;
            pending = 0;
            acknowledged = 0;
            failed = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void makeReady(CampaignRun run) {
        if (unfinished.contains(run) && run.release()) {
            ready.add(run);
        }
    }

    private Notification poll() {
        while (!timers.isEmpty() && timers.peek().due <= now()) {
            timers.remove().action.run();
        }
        if (!again.isEmpty() || ready.isEmpty() || open == MAX_OPEN) {
            return again.poll();
        }
        open++;
        CampaignRun run = ready.element();
        Notification next = new Notification(run, run.next());
        if (!run.hasNext()) {
            ready.remove();
        }
        return next;
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    private void awaitWork() throws InterruptedException {
        Timer first = timers.peek();
        if (first == null) {
            changed.await();
        } else {
            ticker.await(changed, first.due - now());
        }
    }

    private void schedule(Object owner, Duration delay, Runnable action) {
        timers.add(new Timer(owner, now() + delay.toNanos(), action));
        changed.signalAll();
    }

    private void remember(SentNotification sent) {
        if (sent.isAcknowledged()) {
            acknowledged++;
        } else {
            failed++;
        }
        ended.addLast(sent);
        if (ended.size() > Journal.MAX_ENTRIES) {
            ended.removeFirst();
        }
    }

    private boolean await(BooleanSupplier condition, Duration longestWait) throws InterruptedException {
        long left = longestWait.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return ticker.nanos() - origin;
    }

    private record Timer(Object owner, long due, Runnable action) {}
}
