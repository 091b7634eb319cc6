package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a fake server has seen and done: requests, bills, keys, tags, faults and results.
 *
 * <p>A view of a running server: each call tells how things stand at that moment, and {@link FakeSmsPartner#reset()}
 * empties it. Memory is bounded: the latest 10,000 requests, faults and results are kept, and how often each number was
 * billed, in at most 36 bytes a number. Safe for concurrent use.
 */
public final class Journal {

    private static final int MAX_KEYS = 1_000;

    private final NotificationQueue notifications;
    private final ArrivalWindow window;
    private final Latest<ReceivedSubmission> submissions = new Latest<>();
    private final Latest<UnmatchedRequest> unmatched = new Latest<>();
    private final Latest<FaultKind> faults = new Latest<>();
    private final Map<ApiKey, Long> keys = new LinkedHashMap<>();
    private final Map<String, Long> tags = new LinkedHashMap<>();
    private NumberCounts billed = new NumberCounts();
    private long billedNumbers;
    private long throttled;

    Journal(NotificationQueue notifications, ArrivalWindow window) {
        this.notifications = notifications;
        this.window = window;
    }

    /**
     * The requests that were read whole, in the order in which they were judged.
     *
     * @return the latest 10,000
     */
    public synchronized List<ReceivedSubmission> submissions() {
        return submissions.list();
    }

    /**
     * How many requests were read whole.
     *
     * @return all of them, also those that {@link #submissions()} has forgotten
     */
    public synchronized long submissionCount() {
        return submissions.count();
    }

    /**
     * The requests that the service would not know: another path, another method, or not HTTP.
     *
     * @return the latest 10,000
     */
    public synchronized List<UnmatchedRequest> unmatched() {
        return unmatched.list();
    }

    /**
     * How many numbers were billed, a number as often as it was.
     *
     * @return the count over all accepted requests
     */
    public synchronized long billedNumbers() {
        return billedNumbers;
    }

    /**
     * How often a number was billed.
     *
     * @param number the number
     * @return 0 if never
     */
    public synchronized int timesBilled(PhoneNumber number) {
        return billed.count(PackedNumbers.pack(number));
    }

    /**
     * The API keys that were seen, right and wrong ones.
     *
     * @return how many requests carried each, in the order of their first; unmodifiable; the first 1,000 keys
     */
    public synchronized Map<ApiKey, Long> keys() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * The tags that were seen.
     *
     * @return how many requests carried each, in the order of their first; unmodifiable; the first 1,000 tags
     */
    public synchronized Map<String, Long> tags() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /**
     * The faults that have struck, in their order.
     *
     * @return the latest 10,000
     */
    public synchronized List<FaultKind> faults() {
        return faults.list();
    }

    /**
     * How much of the rate is used.
     *
     * @return the use at this moment
     */
    public synchronized QuotaUse quota() {
        return new QuotaUse(window.allowed(), window.used(), window.peak(), throttled);
    }

    /**
     * The results that have ended: posted and answered, given up, or lost on purpose, in the order in which that happened.
     *
     * @return the latest 10,000
     */
    public List<SentNotification> notifications() {
        return notifications.ended();
    }

    /**
     * How many results are where.
     *
     * @return the counts since the start, at one moment
     */
    public NotificationCounts notificationCounts() {
        return notifications.counts();
    }

    /**
     * What was seen in numbers, for logs.
     *
     * @return one line, without key and phone numbers
     */
    @Override
    public synchronized String toString() {
        return "Journal[" + submissions.count() + " submissions, " + unmatched.count() + " unmatched, " + billedNumbers
                + " numbers billed, " + faults.count() + " faults, " + notificationCounts() + "]";
    }

    synchronized void add(ReceivedSubmission submission, PackedNumbers numbers) {
        submissions.add(submission);
        submission.key().ifPresent(key -> count(keys, key));
        submission.tag().ifPresent(tag -> count(tags, tag));
        submission.fault().ifPresent(faults::add);
        if (submission.outcome() == ReceivedSubmission.Outcome.THROTTLED) {
            throttled++;
        }
        if (submission.isBilled()) {
            billedNumbers += numbers.size();
            for (int i = 0; i < numbers.size(); i++) {
                billed.increment(numbers.packed(i));
            }
        }
    }

    synchronized void add(UnmatchedRequest request) {
        unmatched.add(request);
    }

    synchronized void add(FaultKind fault) {
        faults.add(fault);
    }

    synchronized void clear() {
        submissions.clear();
        unmatched.clear();
        faults.clear();
        keys.clear();
        tags.clear();
        billed = new NumberCounts();
        billedNumbers = 0;
        throttled = 0;
    }

    private static <T> void count(Map<T, Long> counts, T seen) {
        if (counts.size() < MAX_KEYS || counts.containsKey(seen)) {
            counts.merge(seen, 1L, Long::sum);
        }
    }
}
