package io.github.hlr4j.testkit;

import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The results that wait to be posted, and the account of those that were.
 *
 * <p>Holds campaigns and makes a post only when somebody takes it, so that what waits takes 8 bytes a number. At most 10,000
 * campaigns are unfinished, further ones have to wait for room; about 1,000 results at the most are between their first
 * attempt and their end. The latest 10,000 results that ended are remembered.
 */
final class NotificationQueue {

    private static final int MAX_CAMPAIGNS = 10_000;
    private static final int MAX_OPEN = 1_000;
    private static final NotificationCounts NOTHING = new NotificationCounts(0, 0, 0, 0, 0);

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<CampaignRun> unfinished = new HashSet<>();
    private final Deque<CampaignRun> ready = new ArrayDeque<>();
    private final Queue<Notification> again = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private final Latest<SentNotification> ended = new Latest<>();
    private final ResultWriter writer;
    private final long origin;
    private int open;
    private int epoch;
    private NotificationCounts counts = NOTHING;

    NotificationQueue(Ticker ticker, ResultWriter writer) {
        this.ticker = ticker;
        this.writer = writer;
        this.origin = ticker.nanos();
    }

    /**
     * Adds a campaign whose results leave once it is released.
     *
     * @return when they leave at the earliest
     */
    long add(CampaignRun run) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unfinished.size() >= MAX_CAMPAIGNS) {
                changed.await();
            }
            if (run.epoch() == epoch) {
                unfinished.add(run);
                counts = counts.withPending(run.size());
            }
            return now() + run.scenario().delay().toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the results of a campaign leave, at once or at a time to come. */
    void release(CampaignRun run, long earliest) {
        lock.lock();
        try {
            if (unfinished.contains(run)) {
                schedule(earliest, () -> ready.add(run));
            }
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
                schedule(now() + delay.toNanos(), () -> again.add(notification));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends a post, and lets follow what its scenario wants to follow it. */
    void finish(Notification notification, OptionalInt lastAnswer) {
        lock.lock();
        try {
            CampaignRun run = notification.run();
            if (unfinished.contains(run)) {
                open -= notification.size();
                notification.ended(lastAnswer).forEach(this::remember);
                notification.echoes(writer).forEach(this::follow);
                if (run.finish(notification.size())) {
                    unfinished.remove(run);
                }
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void remember(SentNotification sent) {
        counts = counts.withEnded(sent);
        ended.add(sent);
    }

    private void follow(Notification echo) {
        open += echo.size();
        counts = counts.withPending(echo.size());
        echo.run().expect(echo.size());
        again.add(echo);
    }

    /** Waits, in the time of this machine, until every result of a campaign has ended. */
    boolean awaitEnd(CampaignRun run, Duration longestWait) throws InterruptedException {
        return await(() -> !unfinished.contains(run), longestWait);
    }

    /** Waits, in the time of this machine, until every result has ended. */
    boolean awaitEnd(Duration longestWait) throws InterruptedException {
        return await(() -> counts.pending() == 0, longestWait);
    }

    /** How often everything was forgotten. */
    int epoch() {
        lock.lock();
        try {
            return epoch;
        } finally {
            lock.unlock();
        }
    }

    NotificationCounts counts() {
        lock.lock();
        try {
            return counts;
        } finally {
            lock.unlock();
        }
    }

    List<SentNotification> ended() {
        lock.lock();
        try {
            return ended.list();
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
            counts = NOTHING;
            epoch++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Notification poll() {
        while (!timers.isEmpty() && timers.peek().due <= now()) {
            timers.remove().action.run();
        }
        if (!again.isEmpty() || ready.isEmpty() || open >= MAX_OPEN) {
            return again.poll();
        }
        CampaignRun run = ready.element();
        Notification next = run.next();
        open += next.size();
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

    private void schedule(long due, Runnable action) {
        timers.add(new Timer(due, action));
        changed.signalAll();
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

    private record Timer(long due, Runnable action) {}
}
