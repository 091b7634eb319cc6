package io.github.hlr4j.testkit;

import io.github.hlr4j.PhoneNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Remembers what was received and billed: the latest 10,000 requests whole, and how often each number was billed.
 *
 * <p>A request of 500 numbers takes about 4 KB, a distinct billed number at most 36 bytes. Safe for concurrent use.
 */
final class Journal {

    static final int MAX_ENTRIES = 10_000;

    private final Deque<ReceivedSubmission> submissions = new ArrayDeque<>();
    private NumberCounts billed = new NumberCounts();
    private long received;
    private long billedNumbers;

    synchronized void add(ReceivedSubmission submission, PackedNumbers numbers) {
        received++;
        submissions.addLast(submission);
        if (submissions.size() > MAX_ENTRIES) {
            submissions.removeFirst();
        }
        if (submission.isBilled()) {
            billedNumbers += numbers.size();
            for (int i = 0; i < numbers.size(); i++) {
                billed.increment(numbers.packed(i));
            }
        }
    }

    synchronized List<ReceivedSubmission> submissions() {
        return List.copyOf(submissions);
    }

    synchronized long received() {
        return received;
    }

    synchronized long billedNumbers() {
        return billedNumbers;
    }

    synchronized int timesBilled(PhoneNumber number) {
        return billed.count(PackedNumbers.pack(number));
    }

    synchronized void clear() {
        submissions.clear();
        billed = new NumberCounts();
        received = 0;
        billedNumbers = 0;
    }
}
