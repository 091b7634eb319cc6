package io.github.hlr4j.testkit;

import io.github.hlr4j.CampaignId;
import java.util.Optional;

/**
 * An accepted request: its name, its numbers and where their results go.
 *
 * @param epoch the resets before it was accepted; after the next one it is forgotten
 */
record Campaign(CampaignId id, PackedNumbers numbers, Optional<String> notifyUrl, int epoch) {}
