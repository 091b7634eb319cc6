package io.github.hlr4j.testkit;

import io.github.hlr4j.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractObjectAssert;

/**
 * Assertions on what a fake server received, billed and posted.
 *
 * @param <S> the type of the assertions themselves
 * @param <A> what they are about: something that has a journal
 */
public abstract class AbstractJournalAssert<S extends AbstractJournalAssert<S, A>, A>
        extends AbstractObjectAssert<S, A> {

    private static final int SHOWN = 20;

    AbstractJournalAssert(A actual, Class<S> selfType) {
        super(actual, selfType);
    }

    /** The journal of what is not null. */
    abstract Journal journal();

    /**
     * Verifies how many requests arrived, whatever became of them.
     *
     * @param submissions how many
     * @return this
     */
    public S hasReceived(long submissions) {
        isNotNull();
        if (journal().submissionCount() != submissions) {
            failWithMessage(
                    "Expected %s, but %s arrived%s",
                    counted(submissions, "submission"), journal().submissionCount(), listed());
        }
        return myself;
    }

    /**
     * Verifies that a number was billed, and once.
     *
     * @param number the number
     * @return this
     */
    public S hasBilledOnce(PhoneNumber number) {
        return hasBilled(number, 1);
    }

    /**
     * Verifies how often a number was billed.
     *
     * @param number the number
     * @param times how often; 0 for never
     * @return this
     */
    public S hasBilled(PhoneNumber number, int times) {
        isNotNull();
        int billed = journal().timesBilled(number);
        if (billed != times) {
            failWithMessage(
                    "Expected %s to be billed %s, but it was %s%s",
                    number, times(times), billed == 0 ? "not" : "billed " + times(billed), listed());
        }
        return myself;
    }

    /**
     * Verifies how many numbers were billed, a number as often as it was.
     *
     * @param numbers how many
     * @return this
     */
    public S hasBilledNumbers(long numbers) {
        isNotNull();
        if (journal().billedNumbers() != numbers) {
            failWithMessage(
                    "Expected %s to be billed, but %s were%s",
                    counted(numbers, "number"), journal().billedNumbers(), listed());
        }
        return myself;
    }

    /**
     * Verifies that no number was billed.
     *
     * @return this
     */
    public S hasBilledNothing() {
        return hasBilledNumbers(0);
    }

    /**
     * Verifies that so many results were posted and taken, that none is pending and none was given up. Those that the
     * scenario loses do not count.
     *
     * @param results how many
     * @return this
     */
    public S hasDelivered(long results) {
        isNotNull();
        NotificationCounts counts = journal().notificationCounts();
        if (counts.acknowledged() != results || counts.pending() + counts.refused() + counts.unanswered() != 0) {
            failWithMessage(
                    "Expected %s to be acknowledged and none to be pending or given up, but %s were acknowledged,"
                            + " %s are pending, %s were refused and %s not answered",
                    counted(results, "result"),
                    counts.acknowledged(),
                    counts.pending(),
                    counts.refused(),
                    counts.unanswered());
        }
        return myself;
    }

    /**
     * Verifies which faults have struck, in their order.
     *
     * @param kinds the faults; none for no fault
     * @return this
     */
    public S hasFailedWith(FaultKind... kinds) {
        isNotNull();
        if (!journal().faults().equals(List.of(kinds))) {
            failWithMessage(
                    "Expected the faults to be %s, but they were %s",
                    List.of(kinds), journal().faults());
        }
        return myself;
    }

    /**
     * Verifies which tags the requests carried, however often.
     *
     * @param tags all of them, in any order
     * @return this
     */
    public S hasSeenTags(String... tags) {
        isNotNull();
        if (!journal().tags().keySet().equals(Set.of(tags))) {
            failWithMessage(
                    "Expected the tags to be %s, but they were %s",
                    List.of(tags), List.copyOf(journal().tags().keySet()));
        }
        return myself;
    }

    /**
     * Verifies that no request was answered 429 because the rate was exceeded.
     *
     * @return this
     */
    public S hasKeptTheRate() {
        isNotNull();
        QuotaUse quota = journal().quota();
        if (quota.throttled() != 0) {
            failWithMessage(
                    "Expected at most %s requests in a window, but %s more came and were answered 429",
                    quota.allowed(), quota.throttled());
        }
        return myself;
    }

    /**
     * Verifies that each request was one that the service would know.
     *
     * @return this
     */
    public S hasNoUnmatchedRequests() {
        isNotNull();
        if (!journal().unmatched().isEmpty()) {
            failWithMessage("%s", UnmatchedRequest.describe(journal().unmatched()));
        }
        return myself;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String times(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            default -> times + " times";
        };
    }

    private String listed() {
        if (journal().submissions().isEmpty()) {
            return "";
        }
        return journal().submissions().stream()
                .limit(SHOWN)
                .map(submission -> "\n  " + submission)
                .collect(Collectors.joining("", ":", journal().submissionCount() > SHOWN ? "\n  ..." : ""));
    }
}
