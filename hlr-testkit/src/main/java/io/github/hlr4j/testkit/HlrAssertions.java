package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.Submission;
import org.assertj.core.api.Assertions;

/**
 * AssertJ's assertions and those of hlr4j by one static import, {@code HlrAssertions.assertThat}.
 *
 * <p>Failure messages show phone numbers masked.
 */
public class HlrAssertions extends Assertions {

    /** For subclasses that add assertions of their own. */
    protected HlrAssertions() {}

    /**
     * Begins assertions on how a submission ended.
     *
     * @param actual an outcome; may be null, which every assertion refuses
     * @return assertions
     */
    public static SubmissionAssert assertThat(Submission actual) {
        return new SubmissionAssert(actual);
    }

    /**
     * Begins assertions on a result.
     *
     * @param actual a result; may be null, which every assertion refuses
     * @return assertions
     */
    public static HlrNotificationAssert assertThat(HlrNotification actual) {
        return new HlrNotificationAssert(actual);
    }

    /**
     * Begins assertions on what a fake server saw.
     *
     * @param actual a server; may be null, which every assertion refuses
     * @return assertions
     */
    public static FakeSmsPartnerAssert assertThat(FakeSmsPartner actual) {
        return new FakeSmsPartnerAssert(actual);
    }

    /**
     * Begins assertions on a journal.
     *
     * @param actual a journal; may be null, which every assertion refuses
     * @return assertions
     */
    public static JournalAssert assertThat(Journal actual) {
        return new JournalAssert(actual);
    }

    /**
     * Begins assertions on a request that a fake server received.
     *
     * @param actual a request; may be null, which every assertion refuses
     * @return assertions
     */
    public static ReceivedSubmissionAssert assertThat(ReceivedSubmission actual) {
        return new ReceivedSubmissionAssert(actual);
    }

    /**
     * Begins assertions on a result that a fake server posted.
     *
     * @param actual a result; may be null, which every assertion refuses
     * @return assertions
     */
    public static SentNotificationAssert assertThat(SentNotification actual) {
        return new SentNotificationAssert(actual);
    }

    /**
     * Begins assertions on the address of a callback, or on its token alone. It has a name of its own because AssertJ has
     * assertions on texts already.
     *
     * @param actual an address or a token; may be null, which every assertion refuses
     * @return assertions
     */
    public static CallbackTokenAssert assertThatCallback(String actual) {
        return new CallbackTokenAssert(actual);
    }
}
