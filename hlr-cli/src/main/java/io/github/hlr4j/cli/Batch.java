package io.github.hlr4j.cli;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.callback.PendingVerification;
import io.github.hlr4j.quota.QuotaStoppedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One request of a run, counted from 1, and what became of it. */
final class Batch {

    private final int number;
    private final VerificationRequest request;
    private volatile Submission submission;
    private volatile PendingVerification pending;

    Batch(int number, VerificationRequest request) {
        this.number = number;
        this.request = request;
    }

    int number() {
        return number;
    }

    VerificationRequest request() {
        return request;
    }

    /** The reply is in, and nobody waits for answers. */
    void settle(Submission outcome) {
        submission = outcome;
    }

    /** The reply is in, and answers are awaited. */
    void settle(PendingVerification answers) {
        pending = answers;
        submission = answers.submission();
    }

    /** How the submission ended; empty where the run ended before the batch's turn, or while it waited for the quota. */
    Optional<Submission> submission() {
        boolean sentAway =
                submission instanceof Submission.NotSent notSent && notSent.cause() instanceof QuotaStoppedException;
        return sentAway ? Optional.empty() : Optional.ofNullable(submission);
    }

    boolean isAccepted() {
        return submission instanceof Submission.Accepted || hasProofOfAcceptance();
    }

    boolean isUnconfirmed() {
        return submission instanceof Submission.Unconfirmed && !hasProofOfAcceptance();
    }

    /** Whether its reply was lost, even if answers have proved since that it was accepted. */
    boolean lostItsReply() {
        return submission instanceof Submission.Unconfirmed;
    }

    /** Done when every number that may be answered is. */
    CompletableFuture<Void> answered() {
        boolean answersMayCome =
                submission instanceof Submission.Accepted || submission instanceof Submission.Unconfirmed;
        return pending != null && answersMayCome
                ? pending.all().thenAccept(results -> {})
                : CompletableFuture.completedFuture(null);
    }

    int missing() {
        return pending == null ? request.numbers().size() : pending.missing().size();
    }

    Stream<ResultRow> rows() {
        Map<PhoneNumber, HlrNotification> answers = pending == null ? Map.of() : pending.arrivedResults();
        Optional<CampaignId> campaign = submission instanceof Submission.Accepted accepted
                ? Optional.of(accepted.campaignId())
                : Optional.empty();
        return request.numbers().stream()
                .map(phone -> new ResultRow(phone, Optional.ofNullable(answers.get(phone)), campaign));
    }

    /** Number, size and ends of the batch, phone numbers masked. */
    @Override
    public String toString() {
        List<PhoneNumber> numbers = request.numbers();
        return numbers.size() == 1
                ? "batch " + number + " (" + numbers.get(0) + ")"
                : "batch " + number + " (" + numbers.size() + " numbers from " + numbers.get(0) + " to "
                        + numbers.get(numbers.size() - 1) + ")";
    }

    private boolean hasProofOfAcceptance() {
        return pending != null && pending.isAccepted();
    }
}
