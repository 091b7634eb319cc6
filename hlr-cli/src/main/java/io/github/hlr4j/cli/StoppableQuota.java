package io.github.hlr4j.cli;

import io.github.hlr4j.spi.RequestQuota;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * A quota that can be closed: who waits for a permit is sent away, and nobody gets another one. Requests that already left
 * are not disturbed, because an interrupted request may have been billed.
 */
final class StoppableQuota implements RequestQuota {

    private final RequestQuota quota;
    private final Set<Thread> waiting = new HashSet<>();
    private boolean stopped;

    StoppableQuota(RequestQuota quota) {
        this.quota = quota;
    }

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

    synchronized void stop() {
        stopped = true;
        waiting.forEach(Thread::interrupt);
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void enter() {
        if (stopped) {
            throw new RunStoppedException();
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
            throw new RunStoppedException();
        }
    }
}
