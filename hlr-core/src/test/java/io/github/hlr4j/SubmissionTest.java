package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionTest {

    private static final Submission.Accepted ACCEPTED =
            new Submission.Accepted(CampaignId.of("HLR000000"), 1, Cost.of("0.005", "EUR"));

    @ParameterizedTest
    @MethodSource("outcomes")
    void assumed_A07_onlyWhatCannotHaveBeenBilledIsSafeToResubmit(Submission outcome, boolean safe, String printed) {
        assertThat(outcome.safeToResubmit()).isEqualTo(safe);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void printsOnOneLine(Submission outcome, boolean safe, String printed) {
        assertThat(outcome).hasToString(printed);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everythingButAnAcceptanceIsAnErrorToWhoeverAsksForOne(Submission outcome, boolean safe, String printed) {
        if (outcome == ACCEPTED) {
            assertThat(outcome.orElseThrow()).isSameAs(ACCEPTED);
        } else {
            SubmissionException thrown = catchThrowableOfType(SubmissionException.class, outcome::orElseThrow);

            assertThat(thrown).hasMessage(printed);
            assertThat(thrown.submission()).isSameAs(outcome);
        }
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(ACCEPTED, false, "Accepted[campaignId=HLR000000, numberCount=1, cost=0.005 EUR]"),
                Arguments.of(
                        new Submission.Rejected(ApiError.of(10, "Non", 200)),
                        false,
                        "Rejected[error=10 INVALID_API_KEY (Non)]"),
                Arguments.of(
                        new Submission.Throttled(Optional.of(Duration.ofSeconds(30))),
                        true,
                        "Throttled[retryAfter=Optional[PT30S]]"),
                Arguments.of(
                        new Submission.NotSent(cut()),
                        true,
                        "NotSent[cause=io.github.hlr4j.HlrException: the line was cut]"),
                Arguments.of(
                        new Submission.Unconfirmed(cut()),
                        false,
                        "Unconfirmed[cause=io.github.hlr4j.HlrException: the line was cut]"));
    }

    @Test
    void theErrorIsCausedByWhatCausedTheOutcome() {
        HlrException cause = cut();

        assertThatThrownBy(() -> new Submission.NotSent(cause).orElseThrow()).hasCause(cause);
        assertThatThrownBy(() -> new Submission.Unconfirmed(cause).orElseThrow())
                .hasCause(cause);
        assertThatThrownBy(() -> new Submission.Throttled(Optional.empty()).orElseThrow())
                .hasNoCause();
    }

    @Test
    void anAcceptanceOfFewerThanNoNumbersIsImpossible() {
        assertThat(new Submission.Accepted(ACCEPTED.campaignId(), 0, ACCEPTED.cost()).numberCount())
                .isZero();
        assertThatThrownBy(() -> new Submission.Accepted(ACCEPTED.campaignId(), -1, ACCEPTED.cost()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a count of numbers is not negative");
    }

    private static HlrException cut() {
        return new HlrException("the line was cut");
    }
}
