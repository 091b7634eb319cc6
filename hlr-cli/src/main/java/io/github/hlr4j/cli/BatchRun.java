package io.github.hlr4j.cli;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.quota.SlotQuota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        quota.stop();
        interrupted.complete(null);
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

    void awaitAnswers(Duration longest) throws InterruptedException {
        CompletableFuture<?> answered =
                CompletableFuture.allOf(batches.stream().map(Batch::answered).toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(answered, interrupted).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whatever is missing now is reported as missing.
            return;
        }
    }

    private void sendOne(Batch batch, Consumer<Batch> sender) {
        if (quota.isStopped()) {
            return;
        }
        try {
            sender.accept(batch);
        } catch (ConfigurationException e) {
            batch.settle(new Submission.NotSent(e));
        } catch (RuntimeException e) {
            batch.settle(new Submission.Unconfirmed(new HlrException("sending broke off with " + e, e)));
        }
        progress.sent(1);
        boolean pointlessToGoOn = batch.submission()
                .filter(Submission.Rejected.class::isInstance)
                .map(Submission.Rejected.class::cast)
                .filter(rejected -> rejected.error().reason().concernsAccount())
                .isPresent();
        if (pointlessToGoOn) {
            quota.stop();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sender");
        thread.setDaemon(true);
        return thread;
    }
}
