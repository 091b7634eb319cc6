package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatNoException;

import io.github.hlr4j.ApiError;
import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.Reachability;
import io.github.hlr4j.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class HlrAssertionsTest {

    private final Submission accepted = new Submission.Accepted(CampaignId.of("HLR000001"), 2, Cost.of("0.01", "EUR"));
    private final Submission rejected =
            new Submission.Rejected(ApiError.of(10, "Clé API incorrecte: +33639980001", 200));
    private final Submission throttled = new Submission.Throttled(Optional.empty());
    private final Submission notSent = new Submission.NotSent(new HlrException("nobody listens"));
    private final Submission unconfirmed = new Submission.Unconfirmed(new HlrException("connection reset"));
    private final HlrNotification result = HlrNotification.fromFields(
            Map.of("phone", "+33639980013", "errorName", "EC_CALL_BARRED ", "mccMnc", "20820", "ported", "1"));
    private final HlrNotification bare = HlrNotification.fromFields(Map.of("phone", "+33639980001"));

    @Test
    void whatHoldsPasses() {
        assertThatNoException().isThrownBy(() -> {
            assertThat(accepted)
                    .isAccepted()
                    .isAcceptedFor(2)
                    .costs(Cost.of("0.010", "EUR"))
                    .isNotSafeToResubmit();
            assertThat(rejected)
                    .isRejected()
                    .isRejectedWith(ApiErrorCode.INVALID_API_KEY)
                    .isNotSafeToResubmit();
            assertThat(throttled).isThrottled().isSafeToResubmit();
            assertThat(notSent).isNotSent().isSafeToResubmit();
            assertThat(unconfirmed).isUnconfirmed().isNotSafeToResubmit();
            assertThat(result)
                    .isFor(Numbers.number(13))
                    .hasStatus(HlrStatus.EC_CALL_BARRED)
                    .hasReachability(Reachability.TEMPORARILY_UNREACHABLE)
                    .isOnNetwork(NetworkCode.parse("20820"))
                    .isPorted();
            assertThat(bare).isOnNoNetwork();
        });
    }

    @Test
    void anotherOutcomeIsToldWithItsReason() {
        assertFails(
                () -> assertThat(rejected).isAccepted(),
                "Expected the submission to be Accepted, but it was Rejected with 10 INVALID_API_KEY"
                        + " (Clé API incorrecte: +*******)");
        assertFails(
                () -> assertThat(unconfirmed).isNotSent(),
                "Expected the submission to be NotSent, but it was Unconfirmed because connection reset");
        assertFails(
                () -> assertThat(notSent).isUnconfirmed(),
                "Expected the submission to be Unconfirmed, but it was NotSent because nobody listens");
        assertFails(
                () -> assertThat(accepted).isThrottled(),
                "Expected the submission to be Throttled, but it was Accepted[campaignId=HLR000001, numberCount=2,"
                        + " cost=0.01 EUR]");
        assertFails(
                () -> assertThat(throttled).isRejected(),
                "Expected the submission to be Rejected, but it was Throttled[retryAfter=Optional.empty]");
    }

    @Test
    void whatDiffersWithinAnOutcomeIsTold() {
        assertFails(
                () -> assertThat(rejected).isRejectedWith(ApiErrorCode.ACCOUNT_BLOCKED),
                "Expected the refusal to be for ACCOUNT_BLOCKED, but it is: 10 INVALID_API_KEY"
                        + " (Clé API incorrecte: +*******)");
        assertFails(
                () -> assertThat(accepted).isAcceptedFor(3),
                "Expected HLR000001 to be accepted for 3 numbers, but it was for 2");
        assertFails(
                () -> assertThat(accepted).costs(Cost.of("0.02", "EUR")),
                "Expected HLR000001 to cost 0.02 EUR, but it costs 0.01 EUR");
        assertFails(
                () -> assertThat(unconfirmed).isSafeToResubmit(),
                "Expected a submission that is safe to send again, but it was Unconfirmed because connection reset");
        assertFails(
                () -> assertThat(throttled).isNotSafeToResubmit(),
                "Expected a submission that is not safe to send again, but it was"
                        + " Throttled[retryAfter=Optional.empty]");
    }

    @Test
    void whatDiffersInAResultIsToldWithTheNumberMasked() {
        String who = " of " + result + " to be ";
        assertFails(
                () -> assertThat(result).isFor(Numbers.number(14)),
                "Expected the phone" + who + "+33*******14, but it was +33*******13");
        assertFails(
                () -> assertThat(result).hasStatus(HlrStatus.NO_ERROR),
                "Expected the status" + who + "NO_ERROR, but it was EC_CALL_BARRED");
        assertFails(
                () -> assertThat(result).hasReachability(Reachability.REACHABLE),
                "Expected the reachability" + who + "REACHABLE, but it was TEMPORARILY_UNREACHABLE");
        assertFails(() -> assertThat(result).isOnNoNetwork(), "Expected the network" + who + "none, but it was 20820");
        assertFails(
                () -> assertThat(result).isOnNetwork(NetworkCode.parse("20801")),
                "Expected the network" + who + "20801, but it was 20820");
        assertFails(() -> assertThat(result).isNotPorted(), "Expected the ported" + who + "false, but it was true");
        assertFails(
                () -> assertThat(bare).isPorted(),
                "Expected the ported of " + bare + " to be true, but it was not said");
    }

    @Test
    @ExtendWith(FakeSmsPartnerExtension.class)
    void whatTheServerSawIsListed(FakeSmsPartner fake) throws Exception {
        assertFails(() -> assertThat(fake).hasReceived(1), "Expected 1 submission, but 0 arrived");
        new Caller(fake).submit("+33639980001,+33639980001");

        assertFails(
                () -> assertThat(fake).hasReceived(2),
                "Expected 2 submissions, but 1 arrived:\n  ACCEPTED HLR000001, 2 numbers, JSON");
        assertFails(
                () -> assertThat(fake).hasBilledOnce(Numbers.number(1)),
                "Expected +33*******01 to be billed once, but it was billed 2 times:\n"
                        + "  ACCEPTED HLR000001, 2 numbers, JSON");
        assertFails(
                () -> assertThat(fake).hasBilled(Numbers.number(2), 1),
                "Expected +33*******02 to be billed once, but it was not:\n" + "  ACCEPTED HLR000001, 2 numbers, JSON");
        assertFails(
                () -> assertThat(fake).hasBilledNothing(),
                "Expected 0 numbers to be billed, but 2 were:\n  ACCEPTED HLR000001, 2 numbers, JSON");
        assertFails(
                () -> assertThat(fake).hasDelivered(1),
                "Expected 1 result to be acknowledged and none to be pending or given up, but 0 were acknowledged,"
                        + " 0 are pending, 0 were refused and 0 not answered");
    }

    @Test
    void nullIsRefusedByEveryAssertion() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((Submission) null).isAccepted());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((HlrNotification) null).isPorted());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((FakeSmsPartner) null).hasBilledNothing());
    }

    @Test
    void assertjSOwnAssertionsComeAlong() {
        assertThat(accepted.toString()).startsWith("Accepted");
        assertThat(List.of(accepted, rejected)).hasSize(2);
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessage(message);
    }
}
