package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import java.math.BigDecimal;

/** What the service has to say to a request, before it is written down in a format. */
sealed interface Reply {

    /**
     * This reply as a fault would have it.
     *
     * @return another reply, or this one where the fault does not touch what a reply says
     */
    Reply spoiltBy(FaultKind fault);

    /** The request is accepted and charged (D06, D07). */
    record Accepted(int code, String campaignId, int numberCount, BigDecimal cost) implements Reply {

        private static final int OK = 200;
        private static final BigDecimal TWO = BigDecimal.valueOf(2);

        Accepted(CampaignId campaignId, int numberCount, BigDecimal cost) {
            this(OK, campaignId.value(), numberCount, cost);
        }

        @Override
        public Reply spoiltBy(FaultKind fault) {
            return switch (fault) {
                case CONTRADICTION ->
                    new Accepted(ApiErrorCode.INVALID_API_KEY.number().orElseThrow(), campaignId, numberCount, cost);
                case NO_CAMPAIGN -> new Accepted(code, "", numberCount, cost);
                case WRONG_NUMBER -> new Accepted(code, campaignId, numberCount + 1, cost);
                case WRONG_COST -> new Accepted(code, campaignId, numberCount, cost.multiply(TWO));
                default -> this;
            };
        }
    }

    /** The request is refused (D08, D09). */
    record Refused(ApiErrorCode code) implements Reply {

        @Override
        public Reply spoiltBy(FaultKind fault) {
            return this;
        }
    }
}
