package io.github.hlr4j.bulk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ApiError;
import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Cost;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.Submission;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    private final HlrException cut = new HlrException("the line was cut");

    @ParameterizedTest
    @CsvSource({"0.009, EUR, 9000", "0.009, USD,", "0.0000001, EUR,"})
    void whatIsAcceptedCostsWhatTheServiceSaysWhereThatCanBeCounted(String amount, String currency, Long cost) {
        Settlement settlement =
                Settlement.of(new Submission.Accepted(CampaignId.of("HLR1"), 2, Cost.of(amount, currency)));

        assertThat(settlement)
                .isEqualTo(new Settlement(
                        BatchState.ACCEPTED,
                        Optional.ofNullable(cost).map(MicroEuros::new),
                        Optional.of(CampaignId.of("HLR1")),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatIsRejectedKeepsItsReasonAndItsWords() {
        ApiError error = ApiError.of(11, "Refused", 200);

        Settlement settlement = Settlement.of(new Submission.Rejected(error));

        assertThat(settlement).isEqualTo(ended(BatchState.REJECTED, Optional.of(error.reason()), error.toString()));
    }

    @Test
    void whatCannotHaveBeenBilledWasNotSent() {
        assertThat(Settlement.of(new Submission.NotSent(cut)))
                .isEqualTo(ended(BatchState.NOT_SENT, Optional.empty(), "the line was cut"));
        assertThat(Settlement.of(new Submission.Throttled(Optional.of(Duration.ofSeconds(30)))))
                .isEqualTo(ended(BatchState.NOT_SENT, Optional.empty(), "429, too many requests"));
    }

    @Test
    void whatMayHaveBeenBilledIsUnconfirmed() {
        assertThat(Settlement.of(new Submission.Unconfirmed(cut)))
                .isEqualTo(ended(BatchState.UNCONFIRMED, Optional.empty(), "the line was cut"));
    }

    private static Settlement ended(BatchState state, Optional<ApiErrorCode> refusal, String reason) {
        return new Settlement(state, Optional.empty(), Optional.empty(), refusal, Optional.of(reason));
    }
}
