package io.github.hlr4j.bulk.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A run as its ledger has it.
 *
 * @param name its name
 * @param account tells API keys apart without saying them; see {@code HlrClient.account()}
 * @param facts what was planned
 * @param batches how many batches that makes
 * @param price what one number costs, once the service has said it
 * @param plannedAt when it was planned
 */
public record RunRecord(
        RunName name, String account, PlanFacts facts, int batches, Optional<MicroEuros> price, Instant plannedAt) {

    /** Checks that nothing is null. */
    public RunRecord {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(plannedAt, "plannedAt");
    }
}
