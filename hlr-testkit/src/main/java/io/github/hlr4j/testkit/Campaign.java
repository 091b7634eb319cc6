package io.github.hlr4j.testkit;

import io.github.hlr4j.CampaignId;
import java.util.Optional;

/** An accepted request: its name, its numbers and where their results go. */
record Campaign(CampaignId id, PackedNumbers numbers, Optional<String> notifyUrl) {}
