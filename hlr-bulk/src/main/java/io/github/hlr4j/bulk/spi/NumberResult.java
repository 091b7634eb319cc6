package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * One number of a run, and what is known of it.
 *
 * @param phone the number
 * @param state where its batch stands
 * @param campaign the service's name for the request that asked about it
 * @param result what the service answered, once it did
 */
public record NumberResult(
        PhoneNumber phone, BatchState state, Optional<CampaignId> campaign, Optional<HlrNotification> result) {

    /** Checks that nothing is null. */
    public NumberResult {
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(result, "result");
    }
}
