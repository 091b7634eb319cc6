package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import java.math.BigDecimal;

/** What the service has to say to a request, before it is written down in a format. */
sealed interface Reply {

    /** The request is accepted and charged (D06, D07). */
    record Accepted(CampaignId campaignId, int numberCount, BigDecimal cost) implements Reply {}

    /** The request is refused (D08, D09). */
    record Refused(ApiErrorCode code) implements Reply {}
}
