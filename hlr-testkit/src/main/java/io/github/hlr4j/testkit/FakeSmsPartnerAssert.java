package io.github.hlr4j.testkit;

import io.github.hlr4j.PhoneNumber;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a fake server received, billed and posted. */
public final class FakeSmsPartnerAssert extends AbstractAssert<FakeSmsPartnerAssert, FakeSmsPartner> {

    private static final int SHOWN = 20;

    FakeSmsPartnerAssert(FakeSmsPartner actual) {
        super(actual, FakeSmsPartnerAssert.class);
    }

    /**
     * Verifies how many requests arrived, whatever became of them.
     *
     * @param submissions how many
     * @return this
     */
    public FakeSmsPartnerAssert hasReceived(long submissions) {
        isNotNull();
        if (actual.submissionCount() != submissions) {
            failWithMessage(
                    "Expected %s submissions, but there were %s%s", submissions, actual.submissionCount(), listed());
        }
        return this;
    }

    /**
     * Verifies that a number was billed, and once.
     *
     * @param number the number
     * @return this
     */
    public FakeSmsPartnerAssert hasBilledOnce(PhoneNumber number) {
        return hasBilled(number, 1);
    }

    /**
     * Verifies how often a number was billed.
     *
     * @param number the number
     * @param times how often; 0 for never
     * @return this
     */
    public FakeSmsPartnerAssert hasBilled(PhoneNumber number, int times) {
        isNotNull();
        int billed = actual.timesBilled(number);
        if (billed != times) {
            failWithMessage(
                    "Expected %s to be billed %s, but it was billed %s%s",
                    number, times(times), times(billed), listed());
        }
        return this;
    }

    /**
     * Verifies how many numbers were billed, a number as often as it was.
     *
     * @param numbers how many
     * @return this
     */
    public FakeSmsPartnerAssert hasBilledNumbers(long numbers) {
        isNotNull();
        if (actual.billedNumbers() != numbers) {
            failWithMessage(
                    "Expected %s numbers to be billed, but there were %s%s", numbers, actual.billedNumbers(), listed());
        }
        return this;
    }

    /**
     * Verifies that no number was billed.
     *
     * @return this
     */
    public FakeSmsPartnerAssert hasBilledNothing() {
        return hasBilledNumbers(0);
    }

    /**
     * Verifies that so many results were posted and taken, and that none is pending or was given up.
     *
     * @param results how many
     * @return this
     */
    public FakeSmsPartnerAssert hasDelivered(long results) {
        isNotNull();
        NotificationCounts counts = actual.notificationCounts();
        if (!counts.equals(new NotificationCounts(0, results, 0))) {
            failWithMessage(
                    "Expected %s results to be acknowledged and no other, but %s were, %s are pending and %s failed",
                    results, counts.acknowledged(), counts.pending(), counts.failed());
        }
        return this;
    }

    private static String times(int times) {
        return switch (times) {
            case 0 -> "never";
            case 1 -> "once";
            default -> times + " times";
        };
    }

    private String listed() {
        if (actual.submissions().isEmpty()) {
            return "";
        }
        return actual.submissions().stream()
                .limit(SHOWN)
                .map(submission -> "\n  " + submission)
                .collect(Collectors.joining("", ":", actual.submissionCount() > SHOWN ? "\n  ..." : ""));
    }
}
