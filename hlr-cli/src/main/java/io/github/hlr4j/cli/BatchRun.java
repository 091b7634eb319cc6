package io.github.hlr4j.cli;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.quota.StoppableQuota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends the batches of a run, a few at a time under the quota, and waits for their answers. */
final class BatchRun {

    private final List<Batch> batches = new ArrayList<>();
    private final StoppableQuota quota;
    private final Progress progress;
    private final CompletableFuture<Void> interrupted = new CompletableFuture<>();

    BatchRun(List<VerificationRequest> requests, StoppableQuota quota, Progress progress) {
        requests.forEach(request -> batches.add(new Batch(batches.size() + 1, request)));
        this.quota = quota;
        this.progress = progress;
    }

    List<Batch> batches() {
        return List.copyOf(batches);
    }

    Stream<ResultRow> rows() {
        return batches.stream().flatMap(Batch::rows);
    }

    boolean wasInterrupted() {
        return interrupted.isDone();
    }

    /** Sends nothing more and waits no longer; requests that left already get their reply. */
    void interrupt() {
        interrupted.complete(null);
        quota.stop();
    }

    /** The first batch goes alone: a wrong key or an empty account is learnt from one request. */
    void send(Consumer<Batch> sender) throws InterruptedException {
        sendOne(batches.get(0), sender);
        ExecutorService senders = Executors.newFixedThreadPool(SlotQuota.DEFAULT_IN_FLIGHT, BatchRun::daemon);
        try {
            batches.subList(1, batches.size()).forEach(batch -> senders.execute(() -> sendOne(batch, sender)));
        } finally {
            senders.shutdown();
        }
        senders.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    void awaitAnswers(Duration longest) {
        CompletableFuture<?> answered =
                CompletableFuture.allOf(batches.stream().map(Batch::answered).toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(answered.exceptionally(missing -> null), interrupted)
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void sendOne(Batch batch, Consumer<Batch> sender) {
        if (quota.isStopped()) {
            return;
        }
        try {
            sender.accept(batch);
        } catch (ConfigurationException | InvalidInputException e) {
            batch.settle(new Submission.NotSent(e));
        } catch (RuntimeException | Error e) {
            batch.settle(new Submission.Unconfirmed(
                    new HlrException("sending broke off; the request may have been billed", e)));
        }
        progress.sent();
        if (isPointlessToGoOn(batch)) {
            quota.stop();
        }
    }

    /** Every further request would meet the same: the account is refused, or the first one did not even arrive. */
    private boolean isPointlessToGoOn(Batch batch) {
        Submission outcome = batch.submission().orElse(null);
        if (outcome instanceof Submission.Rejected rejected) {
            boolean firstWithoutReason =
                    batch.number() == 1 && rejected.error().code().isEmpty();
            return firstWithoutReason || rejected.error().reason().concernsAccount();
        }
        return outcome instanceof Submission.NotSent && batch.number() == 1;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sender");
        thread.setDaemon(true);
        return thread;
    }
}
