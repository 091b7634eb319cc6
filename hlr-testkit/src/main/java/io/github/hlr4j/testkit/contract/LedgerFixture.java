package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.bulk.spi.Taken;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a test of a ledger starts from: a ledger without runs, and short ways to plan, claim, settle and answer. */
abstract class LedgerFixture {

    static final RunName RUN = RunName.of("list");
    static final String ACCOUNT = "0123456789abcdef";
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    static final MicroEuros PRICE = MicroEuros.DOCUMENTED_PRICE;
    static final CampaignId CAMPAIGN = CampaignId.of("HLR000001");

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final SecureRandom random = new SecureRandom();
    private Ledger opened;

    abstract Ledger ledger() throws Exception;

    @BeforeEach
    final void openLedger() throws Exception {
        opened = ledger();
    }

    @AfterEach
    final void closeLedger() {
        opened.close();
    }

    final Ledger opened() {
        return opened;
    }

    final Correlation draw() {
        return Correlation.random(random);
    }

    static PhoneNumber phone(int number) {
        return new PhoneNumber(String.format(Locale.ROOT, "+3363998%04d", number));
    }

    /** Batches of so many numbers each, counted from 0. */
    static List<List<PhoneNumber>> batches(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(batch -> IntStream.range(batch * size, (batch + 1) * size)
                        .mapToObj(LedgerFixture::phone)
                        .toList())
                .toList();
    }

    static PlannedBatches planOf(List<List<PhoneNumber>> batches) {
        long numbers = batches.stream().mapToLong(List::size).sum();
        return planOf(batches.iterator(), new PlanFacts(numbers, 3, 2, "00ff"));
    }

    /** Gives its batches and then breaks off. */
    static PlannedBatches breakingOff(List<List<PhoneNumber>> batches) {
        List<List<PhoneNumber>> longer = new ArrayList<>(batches);
        longer.add(null);
        Iterator<List<PhoneNumber>> all = longer.iterator();
        return planOf(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public List<PhoneNumber> next() {
                        return Optional.ofNullable(all.next()).orElseThrow(() -> new HlrException("no number"));
                    }
                },
                new PlanFacts(0, 0, 0, ""));
    }

    private static PlannedBatches planOf(Iterator<List<PhoneNumber>> batches, PlanFacts facts) {
        return new PlannedBatches() {
            @Override
            public PlanFacts facts() {
                return facts;
            }

            @Override
            public boolean hasNext() {
                return batches.hasNext();
            }

            @Override
            public List<PhoneNumber> next() {
                return batches.next();
            }
        };
    }

    final RunRecord plan(int count, int size) {
        return opened.plan(RUN, ACCOUNT, planOf(batches(count, size)), NOW);
    }

    final Intent intent(Optional<MicroEuros> cap) {
        return new Intent(draw(), PRICE, cap, NOW, LEASE);
    }

    final Claim claimBelow(long cap) {
        return opened.claim(RUN, intent(Optional.of(new MicroEuros(cap))));
    }

    final Claim.Granted claim() {
        return granted(opened.claim(RUN, intent(Optional.empty())));
    }

    final Claim claimAgain(Claim.Granted previous) {
        return opened.claimAgain(correlationOf(previous), intent(Optional.empty()));
    }

    static Claim.Granted granted(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }

    static Correlation correlationOf(Claim.Granted claim) {
        return claim.attempt().correlation();
    }

    final void settle(Claim.Granted claim, Settlement settlement) {
        opened.settle(correlationOf(claim), settlement);
    }

    /** A claim that has ended in a state. */
    final Claim.Granted settled(BatchState state) {
        Claim.Granted claim = claim();
        settle(claim, end(state));
        return claim;
    }

    static Settlement accepted(long cost) {
        return new Settlement(
                BatchState.ACCEPTED,
                Optional.of(new MicroEuros(cost)),
                Optional.of(CAMPAIGN),
                Optional.empty(),
                Optional.empty());
    }

    static Settlement end(BatchState state) {
        return state == BatchState.ACCEPTED
                ? accepted(10_000)
                : new Settlement(
                        state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("because of a test"));
    }

    static HlrNotification result(PhoneNumber phone, String errorName) {
        return HlrNotification.fromFields(Map.of(
                "phone", phone.e164(),
                "errorName", errorName,
                "errorGrpId", "7",
                "errorDesc", "Une description accentuée",
                "mccMnc", "20815",
                "ported", "1",
                "messageId", "1234-12344",
                "date", "2018-03-05T10:34:52.355+0000"));
    }

    final Taken take(Claim.Granted claim, HlrNotification... results) {
        return opened.take(correlationOf(claim), List.of(results), NOW);
    }
}
