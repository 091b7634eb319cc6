package io.github.hlr4j.quota;

import io.github.hlr4j.spi.RequestQuota;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A quota that can be stopped: who waits for a permit is sent away, and nobody gets another one. Requests that already left
 * are not disturbed, because an interrupted request may have been billed.
 *
 * <p>Safe for concurrent use.
 */
public final class StoppableQuota implements RequestQuota {

    private final RequestQuota quota;
    private final Set<Thread> waiting = new HashSet<>();
    private boolean stopped;

    /**
     * Creates a quota that is not stopped.
     *
     * @param quota gives the permits
     */
    public StoppableQuota(RequestQuota quota) {
        this.quota = Objects.requireNonNull(quota, "quota");
    }

    /**
     * Waits for the right to send one request.
     *
     * @throws QuotaStoppedException if this quota was stopped, before or while the caller waited
     */
    @Override
    public Permit acquire(Duration longestWait) throws InterruptedException {
        enter();
        Permit permit = null;
        try {
            permit = quota.acquire(longestWait);
        } finally {
            leave(permit);
        }
        return permit;
    }

    /** Gives no permit any more; stopping again does nothing. */
    public synchronized void stop() {
        stopped = true;
        waiting.forEach(Thread::interrupt);
    }

    /**
     * Whether it was stopped.
     *
     * @return true once {@link #stop()} was called
     */
    public synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void enter() {
        if (stopped) {
            throw new QuotaStoppedException();
        }
        waiting.add(Thread.currentThread());
    }

    /** From here on nobody interrupts this thread any more; an interrupt that came just before is taken back. */
    private synchronized void leave(Permit permit) {
        waiting.remove(Thread.currentThread());
        if (stopped) {
            Thread.interrupted();
            if (permit != null) {
                permit.release(Usage.NOT_SENT);
            }
            throw new QuotaStoppedException();
        }
    }
}
