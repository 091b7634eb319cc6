package io.github.hlr4j.bulk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.ApiError;
import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.Submission;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementTest {

    private static final CampaignId CAMPAIGN = CampaignId.of("HLR000001");

    @Test
    void anAcceptedBatchHasItsCostAndItsCampaign() {
        assertThat(Settlement.of(new Submission.Accepted(CAMPAIGN, 500, Cost.of("2.50", "EUR"))))
                .isEqualTo(new Settlement(
                        BatchState.ACCEPTED,
                        Optional.of(new MicroEuros(2_500_000)),
                        Optional.of(CAMPAIGN),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aCostThatIsNotInEurosIsNotCounted() {
        assertThat(Settlement.of(new Submission.Accepted(CAMPAIGN, 500, Cost.of("2.50", "USD")))
                        .cost())
                .isEmpty();
    }

    @Test
    void aRefusedBatchKeepsTheCodeAndTheWords() {
        ApiError error = ApiError.of(11, "not enough credit", 200);

        assertThat(Settlement.of(new Submission.Rejected(error)))
                .isEqualTo(of(BatchState.REJECTED, Optional.of(ApiErrorCode.of(11)), error.toString()));
    }

    @Test
    void whatWasHeldBackOrDidNotLeaveWasNotSent() {
        assertThat(Settlement.of(new Submission.Throttled(Optional.of(Duration.ofSeconds(3)))))
                .isEqualTo(of(BatchState.NOT_SENT, Optional.empty(), "429, too many requests"));
        assertThat(Settlement.of(new Submission.NotSent(new HlrException("no route", null))))
                .isEqualTo(of(BatchState.NOT_SENT, Optional.empty(), "no route"));
    }

    @Test
    void whatHasNoReplyIsUnconfirmed() {
        Settlement doubt = of(BatchState.UNCONFIRMED, Optional.empty(), "reset");

        assertThat(Settlement.of(new Submission.Unconfirmed(new HlrException("reset", null))))
                .isEqualTo(doubt);
        assertThat(Settlement.unconfirmed("reset")).isEqualTo(doubt);
    }

    @ParameterizedTest
    @EnumSource(
            value = BatchState.class,
            names = {"PLANNED", "INTENT"})
    void anAttemptDoesNotEndAsItBegan(BatchState state) {
        assertThatThrownBy(() -> of(state, Optional.empty(), "text"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("an attempt does not end as " + state);
    }

    @Test
    void countsAreMissingWhereSomebodyWasAskedAndDidNotAnswer() {
        RunCounts.Tally tally = new RunCounts.Tally();
        tally.add(BatchState.ACCEPTED, 3, 1_500);
        tally.add(BatchState.UNCONFIRMED, 2, 600);
        tally.add(BatchState.INTENT, 1, 70);
        tally.add(BatchState.REJECTED, 1, 9_000);

        assertThat(tally.with(170, 0, MicroEuros.NONE, MicroEuros.NONE).missing())
                .isEqualTo(2_000);
        assertThat(tally.with(3_000, 0, MicroEuros.NONE, MicroEuros.NONE).missing())
                .isZero();
    }

    @Test
    void namesAndAmountsPrintThemselves() {
        assertThat(RunName.of("spring")).hasToString("spring");
        assertThat(new MicroEuros(2_500_000)).hasToString("2.5 EUR");
    }

    private static Settlement of(BatchState state, Optional<ApiErrorCode> refusal, String reason) {
        return new Settlement(state, Optional.empty(), Optional.empty(), refusal, Optional.of(reason));
    }
}
