package io.github.hlr4j.callback;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.SubmissionException;
import io.github.hlr4j.VerificationRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A request that was submitted, and the results that arrive for it.
 *
 * <p>Safe for concurrent use. Its futures are copies: cancelling one or timing it out changes nothing here.
 */
public final class PendingVerification {

    private final VerificationRequest request;
    private final Correlation correlation;
    private final Instant expiry;
    private final Map<PhoneNumber, CompletableFuture<HlrNotification>> results = new LinkedHashMap<>();
    private volatile Submission submission;

    PendingVerification(VerificationRequest request, Correlation correlation, Instant expiry) {
        this.request = request;
        this.correlation = correlation;
        this.expiry = expiry;
        request.numbers().forEach(number -> results.put(number, new CompletableFuture<>()));
    }

    /**
     * The request as it was sent, its own callback address included.
     *
     * @return the request
     */
    public VerificationRequest request() {
        return request;
    }

    /**
     * What ties results to this request.
     *
     * @return the correlation
     */
    public Correlation correlation() {
        return correlation;
    }

    /**
     * How the submission ended, as its reply said.
     *
     * @return the outcome; an unconfirmed one stays so even when results prove it accepted, see {@link #isAccepted()}
     */
    public Submission submission() {
        return submission;
    }

    /**
     * Whether the service accepted the request: it said so, or its reply was lost and a result arrived, which only an
     * accepted request has.
     *
     * @return false while neither is known, and for a request that was refused, whatever else arrives
     */
    public boolean isAccepted() {
        return submission instanceof Submission.Accepted
                || (submission instanceof Submission.Unconfirmed
                        && results.values().stream().anyMatch(PendingVerification::arrived));
    }

    /**
     * The result of one number.
     *
     * @param number a number of the request
     * @return a future of its own, completed on the thread that received the notification; fails with
     *     {@link SubmissionException} where the request was refused or not sent. It does not end by itself: give it a time
     *     limit. Where no result came before the address expired, it fails with {@link HlrException} when the next request
     *     is started
     * @throws InvalidInputException if the number is not of this request
     */
    public CompletableFuture<HlrNotification> result(PhoneNumber number) {
        CompletableFuture<HlrNotification> result = results.get(number);
        if (result == null) {
            throw new InvalidInputException("the number " + number + " is not in this request");
        }
        return result.copy();
    }

    /**
     * All results.
     *
     * @return a future of its own that completes when every number is answered; it fails like {@link #result}
     */
    public CompletableFuture<Map<PhoneNumber, HlrNotification>> all() {
        return CompletableFuture.allOf(results.values().toArray(CompletableFuture[]::new))
                .thenApply(ignored -> arrivedResults());
    }

    /**
     * The results that have arrived so far.
     *
     * @return a copy, in the order of the request
     */
    public Map<PhoneNumber, HlrNotification> arrivedResults() {
        Map<PhoneNumber, HlrNotification> arrived = new LinkedHashMap<>();
        results.forEach((number, result) -> {
            if (arrived(result)) {
                arrived.put(number, result.join());
            }
        });
        return arrived;
    }

    /**
     * The numbers without a result so far.
     *
     * @return a copy, in the order of the request
     */
    public Set<PhoneNumber> missing() {
        return results.entrySet().stream()
                .filter(entry -> !arrived(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Correlation, submission and counts. */
    @Override
    public String toString() {
        return "PendingVerification[" + correlation + ", " + submission + ", "
                + missing().size() + " of " + results.size() + " missing]";
    }

    Set<PhoneNumber> numbers() {
        return Collections.unmodifiableSet(results.keySet());
    }

    void submitted(Submission outcome) {
        submission = outcome;
        if (!(outcome instanceof Submission.Accepted || outcome instanceof Submission.Unconfirmed)) {
            fail(new SubmissionException(outcome));
        }
    }

    void complete(HlrNotification notification) {
        results.get(notification.phone()).complete(notification);
    }

    void fail(HlrException cause) {
        results.values().forEach(result -> result.completeExceptionally(cause));
    }

    boolean isDone() {
        return results.values().stream().allMatch(CompletableFuture::isDone);
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiry);
    }

    private static boolean arrived(CompletableFuture<HlrNotification> result) {
        return result.isDone() && !result.isCompletedExceptionally();
    }
}
