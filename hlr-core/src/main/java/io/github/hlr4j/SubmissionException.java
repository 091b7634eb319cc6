package io.github.hlr4j;

import java.util.Objects;

/** A submission that was not accepted, thrown by {@link Submission#orElseThrow()} and by the futures of its results. */
public final class SubmissionException extends HlrException {

    private static final long serialVersionUID = 1L;

    private final transient Submission submission;

    /**
     * Creates the exception of an outcome.
     *
     * @param submission any outcome but {@link Submission.Accepted}
     */
    public SubmissionException(Submission submission) {
        super(Objects.requireNonNull(submission, "submission").toString(), causeOf(submission));
        this.submission = submission;
    }

    /**
     * The outcome that led here.
     *
     * @return the outcome; null only in a copy that went through Java serialization
     */
    public Submission submission() {
        return submission;
    }

    private static Throwable causeOf(Submission submission) {
        if (submission instanceof Submission.NotSent notSent) {
            return notSent.cause();
        }
        return submission instanceof Submission.Unconfirmed unconfirmed ? unconfirmed.cause() : null;
    }
}
