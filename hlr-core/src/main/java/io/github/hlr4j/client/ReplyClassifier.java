package io.github.hlr4j.client;

import io.github.hlr4j.ApiError;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.Submission;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges a complete reply, from the money's side: what is not certainly an acceptance or a refusal is unconfirmed.
 *
 * <p>The rules stand in this order in the decision table of {@code docs/contract.md}.
 */
final class ReplyClassifier {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int MISDIRECTED_REQUEST = 421;
    private static final int TOO_EARLY = 425;
    private static final int CODE_OF_SUCCESS = 200;

    private ReplyClassifier() {}

    static Submission classify(HttpReply reply, ReplyDecoder decoder, ApiKey key) {
        if (reply.status() == TOO_MANY_REQUESTS) {
            return new Submission.Throttled(RetryAfter.read(reply));
        }
        SubmissionReply decoded;
        try {
            decoded = Objects.requireNonNull(decoder.decode(reply.body()), "nothing decoded");
        } catch (RuntimeException e) {
            return refusesWithoutWords(reply.status())
                    ? new Submission.Rejected(ApiError.ofHttpStatus(reply.status()))
                    : unconfirmed(reply, "its body is not a documented reply (" + reason(e) + ")", e);
        }
        return accepted(decoded, reply, key)
                .or(() -> rejected(decoded, reply, key))
                .orElseGet(() -> unconfirmed(reply, "its status and its code " + decoded.code() + " contradict", null));
    }

    private static Optional<Submission> accepted(SubmissionReply decoded, HttpReply reply, ApiKey key) {
        if (decoded instanceof SubmissionReply.Success success
                && success.code() == CODE_OF_SUCCESS
                && isSuccessful(reply.status())) {
            return Optional.of(accept(success, reply, key));
        }
        return Optional.empty();
    }

    private static Submission accept(SubmissionReply.Success success, HttpReply reply, ApiKey key) {
        if (success.campaignId().contains(key.reveal())) {
            return unconfirmed(reply, "its campaign_id has the API key in it, and would be printed", null);
        }
        try {
            return new Submission.Accepted(
                    CampaignId.of(success.campaignId()), success.number(), Cost.of(success.cost(), success.currency()));
        } catch (InvalidInputException e) {
            return unconfirmed(reply, "it reports a success with an impossible value (" + e.getMessage() + ")", e);
        }
    }

    private static Optional<Submission> rejected(SubmissionReply decoded, HttpReply reply, ApiKey key) {
        int status = reply.status();
        boolean statusFits = isSuccessful(status) || (isRefusal(status) && status != REQUEST_TIMEOUT);
        return decoded instanceof SubmissionReply.Failure failure && failure.code() != CODE_OF_SUCCESS && statusFits
                ? Optional.of(new Submission.Rejected(ApiError.of(failure.code(), withoutKey(failure, key), status)))
                : Optional.empty();
    }

    /** A service may repeat in its words what it was sent. */
    private static String withoutKey(SubmissionReply.Failure failure, ApiKey key) {
        return failure.message()
                .map(words -> words.replace(key.reveal(), "(API key)"))
                .orElse(null);
    }

    private static boolean refusesWithoutWords(int status) {
        return isRefusal(status) && status != REQUEST_TIMEOUT && status != MISDIRECTED_REQUEST && status != TOO_EARLY;
    }

    private static boolean isSuccessful(int status) {
        return status >= 200 && status <= 299;
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status <= 499;
    }

    private static Submission unconfirmed(HttpReply reply, String why, Throwable cause) {
        return new Submission.Unconfirmed(new HlrException(
                "HTTP status " + reply.status() + ", but " + why + "; the request may have been billed", cause));
    }

    private static String reason(RuntimeException e) {
        return e instanceof HlrException ? e.getMessage() : e.getClass().getSimpleName();
    }
}
