package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.Settlement;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs, attempts and results for tests. */
final class Sample {

    static final RunName RUN = RunName.of("spring-list");
    static final Instant NOW = Instant.parse("2025-03-01T10:00:00.123456789Z");
    static final MicroEuros PRICE = MicroEuros.DOCUMENTED_PRICE;
    static final Duration LEASE = Duration.ofMinutes(2);

    private Sample() {}

    static PhoneNumber phone(int i) {
        return new PhoneNumber("+" + (33639980000L + i));
    }

    /** A plan of so many batches of so many numbers each. */
    static PlannedBatches plan(int batches, int size) {
        List<List<PhoneNumber>> all = IntStream.range(0, batches)
                .mapToObj(batch -> IntStream.range(batch * size, batch * size + size)
                        .mapToObj(Sample::phone)
                        .toList())
                .toList();
        return new PlannedBatches() {
            private int next;

            @Override
            public PlanFacts facts() {
                return new PlanFacts((long) batches * size, 3, 4, "digest");
            }

            @Override
            public boolean hasNext() {
                return next < all.size();
            }

            @Override
            public List<PhoneNumber> next() {
                return all.get(next++);
            }
        };
    }

    static Intent intent() {
        return intent(Optional.empty(), LEASE);
    }

    static Intent intent(Optional<MicroEuros> cap, Duration lease) {
        return new Intent(Correlation.random(new SecureRandom()), PRICE, cap, NOW, lease);
    }

    static Claim.Granted claim(Ledger ledger) {
        return (Claim.Granted) ledger.claim(RUN, intent());
    }

    /** Claims the next batch and has it accepted. */
    static Claim.Granted accepted(Ledger ledger) {
        Claim.Granted claim = claim(ledger);
        ledger.settle(claim.attempt().correlation(), acceptance(claim.numbers().size()));
        return claim;
    }

    static Settlement acceptance(int size) {
        return new Settlement(
                BatchState.ACCEPTED,
                Optional.of(PRICE.times(size)),
                Optional.of(CampaignId.of("HLR000001")),
                Optional.empty(),
                Optional.empty());
    }

    static HlrNotification result(PhoneNumber phone) {
        return result(phone, HlrStatus.NO_ERROR, "ok");
    }

    static HlrNotification result(PhoneNumber phone, HlrStatus status, String description) {
        return new HlrNotification(
                phone,
                status,
                Optional.of("0"),
                Optional.empty(),
                Optional.of(description),
                Optional.of(NetworkCode.parse("20801")),
                Optional.of(false),
                Optional.of("message-1"),
                Optional.of(NOW.plusSeconds(7)));
    }
}
