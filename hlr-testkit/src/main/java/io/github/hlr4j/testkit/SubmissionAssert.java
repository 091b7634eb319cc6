package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.Cost;
import io.github.hlr4j.Submission;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on how a submission ended. */
public final class SubmissionAssert extends AbstractObjectAssert<SubmissionAssert, Submission> {

    SubmissionAssert(Submission actual) {
        super(actual, SubmissionAssert.class);
    }

    /**
     * Verifies that the service accepted the request.
     *
     * @return this
     */
    public SubmissionAssert isAccepted() {
        return isOutcome(Submission.Accepted.class);
    }

    /**
     * Verifies that the service accepted the request and took so many numbers.
     *
     * @param numbers the count in its reply
     * @return this
     */
    public SubmissionAssert isAcceptedFor(int numbers) {
        isAccepted();
        Submission.Accepted accepted = (Submission.Accepted) actual;
        if (accepted.numberCount() != numbers) {
            failWithMessage(
                    "Expected %s to be accepted for %s numbers, but it was for %s",
                    accepted.campaignId(), numbers, accepted.numberCount());
        }
        return this;
    }

    /**
     * Verifies that the service accepted the request and charged so much.
     *
     * @param cost the cost in its reply
     * @return this
     */
    public SubmissionAssert costs(Cost cost) {
        isAccepted();
        Submission.Accepted accepted = (Submission.Accepted) actual;
        if (!accepted.cost().equals(cost)) {
            failWithMessage("Expected %s to cost %s, but it costs %s", accepted.campaignId(), cost, accepted.cost());
        }
        return this;
    }

    /**
     * Verifies that the service refused the request, for whatever reason.
     *
     * @return this
     */
    public SubmissionAssert isRejected() {
        return isOutcome(Submission.Rejected.class);
    }

    /**
     * Verifies that the service refused the request for a reason.
     *
     * @param reason the reason
     * @return this
     */
    public SubmissionAssert isRejectedWith(ApiErrorCode reason) {
        isRejected();
        Submission.Rejected rejected = (Submission.Rejected) actual;
        if (rejected.error().reason() != reason) {
            failWithMessage("Expected the refusal to be for %s, but it is: %s", reason, rejected.error());
        }
        return this;
    }

    /**
     * Verifies that the service answered that there were too many requests.
     *
     * @return this
     */
    public SubmissionAssert isThrottled() {
        return isOutcome(Submission.Throttled.class);
    }

    /**
     * Verifies that the request certainly did not reach the service.
     *
     * @return this
     */
    public SubmissionAssert isNotSent() {
        return isOutcome(Submission.NotSent.class);
    }

    /**
     * Verifies that nobody is sure whether the service accepted the request.
     *
     * @return this
     */
    public SubmissionAssert isUnconfirmed() {
        return isOutcome(Submission.Unconfirmed.class);
    }

    /**
     * Verifies that sending the request again cannot be paid twice.
     *
     * @return this
     */
    public SubmissionAssert isSafeToResubmit() {
        isNotNull();
        if (!actual.safeToResubmit()) {
            failWithMessage("Expected a submission that is safe to send again, but it was %s", described());
        }
        return this;
    }

    /**
     * Verifies that sending the request again could be paid twice, or is useless.
     *
     * @return this
     */
    public SubmissionAssert isNotSafeToResubmit() {
        isNotNull();
        if (actual.safeToResubmit()) {
            failWithMessage("Expected a submission that is not safe to send again, but it was %s", described());
        }
        return this;
    }

    private SubmissionAssert isOutcome(Class<? extends Submission> outcome) {
        isNotNull();
        if (!outcome.isInstance(actual)) {
            failWithMessage("Expected the submission to be %s, but it was %s", outcome.getSimpleName(), described());
        }
        return this;
    }

    private String described() {
        if (actual instanceof Submission.Rejected rejected) {
            return "Rejected with " + rejected.error();
        }
        if (actual instanceof Submission.NotSent notSent) {
            return "NotSent because " + notSent.cause().getMessage();
        }
        if (actual instanceof Submission.Unconfirmed unconfirmed) {
            return "Unconfirmed because " + unconfirmed.cause().getMessage();
        }
        return actual.toString();
    }
}
