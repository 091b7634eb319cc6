package io.github.hlr4j.bulk;

import static org.assertj.core.api.Assertions.fail;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random runs, or as many as the property {@code hlr4j.money.runs} says: whatever is accepted, refused, lost, proven
 * late or sent again, and in whatever order, what the service has really charged never passes the cap, and the books never say
 * less than that.
 */
class MoneyTest {

    private static final int RUNS = Integer.getInteger("hlr4j.money.runs", 10_000);
    private static final RunName NAME = RunName.of("list");

    @Test
    void noRunEverCostsMoreThanItsCap() {
        for (int seed = 0; seed < RUNS; seed++) {
            new RandomRun(seed).play();
        }
    }

    /** A run, and a service whose charges are the truth. */
    private static final class RandomRun {

        private final int seed;
        private final Random random;
        private final InMemoryLedger ledger = new InMemoryLedger();
        private final MicroEuros price;
        private final MicroEuros cap;
        private final List<Claim.Granted> underway = new ArrayList<>();
        private final List<Claim.Granted> ended = new ArrayList<>();
        private final List<Claim.Granted> chargedInSilence = new ArrayList<>();
        private long charged;

        RandomRun(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.price = new MicroEuros(1 + random.nextInt(9_999));
            List<List<PhoneNumber>> batches = batches();
            int numbers = batches.stream().mapToInt(List::size).sum();
            this.cap = new MicroEuros(random.nextLong(price.value() * numbers * 3 / 2 + 1));
            ledger.plan(NAME, "account", planOf(batches, numbers), Instant.EPOCH);
        }

        void play() {
            int moves = 10 + random.nextInt(60);
            for (int move = 0; move < moves; move++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> take(ledger.claim(NAME, intent()));
                    case 2 -> again();
                    case 3, 4 -> end();
                    default -> hear();
                }
                check();
            }
        }

        private void take(Claim claim) {
            if (claim instanceof Claim.Granted granted) {
                underway.add(granted);
            }
        }

        private void again() {
            any(ended).ifPresent(claim -> take(ledger.claimAgain(correlation(claim), intent())));
        }

        private void end() {
            Optional<Claim.Granted> claim = any(underway);
            claim.ifPresent(granted -> {
                underway.remove(granted);
                ended.add(granted);
                ledger.settle(correlation(granted), outcome(granted));
            });
        }

        private Settlement outcome(Claim.Granted claim) {
            long cost = price.times(claim.numbers().size()).value();
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    charged += cost;
                    return new Settlement(
                            BatchState.ACCEPTED,
                            Optional.of(new MicroEuros(cost)),
                            Optional.of(CampaignId.of("HLR1")),
                            Optional.empty(),
                            Optional.empty());
                }
                case 2 -> {
                    if (random.nextBoolean()) {
                        charged += cost;
                        chargedInSilence.add(claim);
                    }
                    return ended(BatchState.UNCONFIRMED);
                }
                case 3 -> {
                    return ended(BatchState.REJECTED);
                }
                default -> {
                    return ended(BatchState.NOT_SENT);
                }
            }
        }

        private void hear() {
            any(chargedInSilence).ifPresent(claim -> {
                HlrNotification result = HlrNotification.fromFields(
                        Map.of("phone", claim.numbers().get(0).e164()));
                ledger.take(correlation(claim), List.of(result), Instant.EPOCH);
            });
        }

        private void check() {
            RunCounts counts = ledger.counts(NAME);
            long books = counts.spent().plus(counts.atRisk()).value();
            if (charged > books || books > cap.value()) {
                fail("run %d: %d charged, %d in the books, a cap of %d", seed, charged, books, cap.value());
            }
        }

        private Intent intent() {
            return new Intent(
                    new Correlation(random.nextLong(), random.nextLong()),
                    price,
                    Optional.of(cap),
                    Instant.EPOCH,
                    Duration.ofMinutes(1));
        }

        private <T> Optional<T> any(List<T> list) {
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
        }

        private List<List<PhoneNumber>> batches() {
            return IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(batch -> IntStream.range(0, 1 + random.nextInt(7))
                            .mapToObj(number -> Fixtures.phone(10 * batch + number))
                            .toList())
                    .toList();
        }

        private static PlannedBatches planOf(List<List<PhoneNumber>> batches, int numbers) {
            Iterator<List<PhoneNumber>> left = batches.iterator();
            return new PlannedBatches() {
                @Override
                public PlanFacts facts() {
                    return new PlanFacts(numbers, 0, 0, "");
                }

                @Override
                public boolean hasNext() {
                    return left.hasNext();
                }

                @Override
                public List<PhoneNumber> next() {
                    return left.next();
                }
            };
        }

        private static Settlement ended(BatchState state) {
            return new Settlement(state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static Correlation correlation(Claim.Granted claim) {
            return claim.attempt().correlation();
        }
    }
}
