package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.NotificationScenario;
import io.github.hlr4j.testkit.ReceivedSubmission;
import io.github.hlr4j.testkit.SentNotification;
import java.net.URI;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** The service, which outlives all that is killed and remembers what it took and what was acknowledged to it. */
final class Witness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IntConsumer judged;
    private final BitSet submitted = new BitSet();
    private final BitSet submittedAgain = new BitSet();
    private final BitSet accepted = new BitSet();
    private final BitSet acknowledged = new BitSet();
    private final FakeSmsPartner service;
    private long submissions;

    /**
     * Starts the service.
     *
     * @param judged hears of each request, before its reply leaves: the port at which its results are awaited
     */
    Witness(IntConsumer judged) {
        this.judged = judged;
        this.service = FakeSmsPartner.builder()
                .key(BulkProcess.KEY)
                .rate(BulkProcess.RATE)
                .notifying(NotificationScenario.orderly()
                        .retryingAfter(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5)))
                .onSubmission(this::note)
                .start();
    }

    private void note(ReceivedSubmission submission) {
        remember(submission);
        judged.accept(URI.create(submission.notifyUrl().orElseThrow()).getPort());
    }

    private synchronized void remember(ReceivedSubmission submission) {
        submissions++;
        if (submission.outcome() == ReceivedSubmission.Outcome.NOT_TAKEN) {
            return;
        }
        int batch = SmallBatches.batchOf(submission.numbers().get(0));
        if (submitted.get(batch)) {
            submittedAgain.set(batch);
        }
        submitted.set(batch);
        if (submission.isBilled()) {
            accepted.set(batch);
        }
    }

    /** Answers the next request 429, so that its batch is sent again. */
    void throttleNext() {
        service.failing(FaultKind.THROTTLE, 1);
    }

    URI url() {
        return service.baseUrl();
    }

    /** What was billed, in numbers. */
    long billed() {
        return service.journal().billedNumbers();
    }

    /** Notes which results were acknowledged, before the journal forgets them. */
    synchronized void noteAcknowledged() {
        service.journal().notifications().stream()
                .filter(SentNotification::isAcknowledged)
                .forEach(sent -> acknowledged.set(SmallBatches.indexOf(sent.phone())));
    }

    /** Waits until every result is acknowledged or given up, and notes it; a batch that was submitted twice has each result twice. */
    void awaitResults() {
        service.awaitNotifications(PATIENCE);
        noteAcknowledged();
        long told = service.journal().notificationCounts().acknowledged();
        if (submittedAgain() == 0 && acknowledged().cardinality() != told) {
            throw new IllegalStateException("the journal forgot results before they were noted");
        }
    }

    synchronized long submissions() {
        return submissions;
    }

    synchronized int submittedAgain() {
        return submittedAgain.cardinality();
    }

    /** Indices of batches. */
    synchronized BitSet accepted() {
        return (BitSet) accepted.clone();
    }

    /** Indices of numbers. */
    synchronized BitSet acknowledged() {
        return (BitSet) acknowledged.clone();
    }

    @Override
    public void close() {
        service.close();
    }
}
