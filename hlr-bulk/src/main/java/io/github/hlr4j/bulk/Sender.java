package io.github.hlr4j.bulk;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.Submission;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.quota.QuotaStoppedException;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.quota.StoppableQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the batches of a run, a few at a time, until none is left or something says stop.
 *
 * <p>The order is what keeps the money safe: first the permit of the quota, then the intent in the ledger, then the first
 * byte; and how it ended is written down before the next one.
 */
final class Sender {

    private static final int TRIES_AGAIN = 2;
    private static final Duration PATIENCE_WITH_QUOTA = Duration.ofDays(365);

    private final Ledger ledger;
    private final BulkSettings settings;
    private final Verdicts verdicts;
    private final Announcer announcer;
    private final StoppableQuota quota;
    private final Queue<Correlation> again;

    /** How many batches may still have to be sent: who finds none left need not wait for the quota to learn it. */
    private final AtomicInteger left;

    private final AtomicInteger settled = new AtomicInteger();
    private final CompletableFuture<SendingEnd> reason = new CompletableFuture<>();
    private final CompletableFuture<SendingEnd> ended = new CompletableFuture<>();

    /** Attempts the batches of some earlier attempts once more, and then those that never had their turn. */
    Sender(
            Ledger ledger,
            BulkSettings settings,
            Verdicts verdicts,
            Announcer announcer,
            List<Correlation> again,
            int neverAttempted) {
        this.ledger = ledger;
        this.settings = settings;
        this.verdicts = verdicts;
        this.announcer = announcer;
        this.quota = new StoppableQuota(settings.quotaOf(ledger));
        this.again = new ConcurrentLinkedQueue<>(again);
        this.left = new AtomicInteger(again.size() + neverAttempted);
    }

    void start() {
        daemon("hlr-bulk-sender", this::run).start();
    }

    /** Nothing more leaves; requests that left already get their reply. The first reason counts. */
    void stop(BulkEnd end, String explanation) {
        reason.complete(new SendingEnd(end, explanation));
        quota.stop();
    }

    /** Done when the last reply is written down. */
    CompletableFuture<SendingEnd> ended() {
        return ended;
    }

    int settled() {
        return settled.get();
    }

    /** The first batch goes alone: a wrong key, an empty account or another price is learnt from one request. */
    private void run() {
        try {
            if (sendNext()) {
                int wanted = Math.max(0, Math.min(left.get(), SlotQuota.DEFAULT_IN_FLIGHT));
                CompletableFuture<?>[] workers = new CompletableFuture<?>[wanted];
                for (int i = 0; i < workers.length; i++) {
                    workers[i] = work(i + 1);
                }
                CompletableFuture.allOf(workers).join();
            }
        } finally {
            reason.complete(new SendingEnd(BulkEnd.ALL_SENT, "every batch had its turn"));
            announcer.tell(listener ->
                    listener.stopped(reason.join().end(), reason.join().explanation()));
            ended.complete(reason.join());
        }
    }

    private CompletableFuture<Void> work(int number) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        daemon("hlr-bulk-sender-" + number, () -> {
                    try {
                        boolean goOn = true;
                        while (goOn) {
                            goOn = sendNext();
                        }
                    } finally {
                        done.complete(null);
                    }
                })
                .start();
        return done;
    }

    /** False if this worker has nothing left to do. */
    private boolean sendNext() {
        if (left.getAndDecrement() <= 0) {
            return false;
        }
        try {
            Optional<Correlation> previous = Optional.ofNullable(again.poll());
            return sendAndTryAgain(previous) || (previous.isPresent() && !quota.isStopped());
        } catch (QuotaStoppedException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(BulkEnd.CANCELLED, "a sending thread was interrupted");
            return false;
        } catch (RuntimeException e) {
            stop(BulkEnd.LEDGER_FAILED, "the ledger failed: " + messageOf(e) + "; resume the run when that is mended");
            return false;
        }
    }

    /** False if there was nothing to send, or nothing more may be. */
    private boolean sendAndTryAgain(Optional<Correlation> first) throws InterruptedException {
        Optional<Correlation> previous = first;
        for (int tries = 0; tries <= TRIES_AGAIN; tries++) {
            Permit permit = quota.acquire(PATIENCE_WITH_QUOTA);
            Claim claim = claim(previous, permit);
            if (!(claim instanceof Claim.Granted granted)) {
                permit.release(Usage.NOT_SENT);
                refuse(claim);
                return false;
            }
            Submission outcome = exchange(granted, permit);
            Attempt attempt = ledger.settle(granted.attempt().correlation(), Settlement.of(outcome));
            settled.incrementAndGet();
            announcer.tell(listener -> listener.settled(attempt, granted.numbers(), outcome));
            boolean lastTry = tries == TRIES_AGAIN || quota.isStopped();
            verdicts.on(attempt, outcome, lastTry).ifPresent(end -> stop(end.end(), end.explanation()));
            if (!outcome.safeToResubmit() || lastTry) {
                break;
            }
            previous = Optional.of(attempt.correlation());
        }
        return !quota.isStopped();
    }

    private Claim claim(Optional<Correlation> previous, Permit permit) {
        boolean claimed = false;
        try {
            Intent intent = settings.intent(verdicts.price());
            Claim claim = previous.isPresent()
                    ? ledger.claimAgain(previous.get(), intent)
                    : ledger.claim(settings.name(), intent);
            claimed = true;
            return claim;
        } finally {
            if (!claimed) {
                permit.release(Usage.NOT_SENT);
            }
        }
    }

    private void refuse(Claim claim) {
        if (claim instanceof Claim.CapReached reached) {
            stop(
                    BulkEnd.CAP_REACHED,
                    "the next batch may cost " + reached.next() + ", and " + reached.committed()
                            + " of the cap are spent or at risk; a higher cap and the same name go on");
        }
    }

    /** Never throws: what left may have been billed, whatever broke. */
    private Submission exchange(Claim.Granted granted, Permit permit) {
        try {
            return settings.client().submit(settings.request(granted), permit);
        } catch (ConfigurationException e) {
            return new Submission.NotSent(e);
        } catch (RuntimeException | Error e) {
            return new Submission.Unconfirmed(
                    new HlrException("sending broke off; the request may have been billed", e));
        }
    }

    private static String messageOf(RuntimeException e) {
        return e instanceof HlrException ? e.getMessage() : e.getClass().getName();
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
