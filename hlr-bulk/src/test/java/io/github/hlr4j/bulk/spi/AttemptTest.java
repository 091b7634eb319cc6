package io.github.hlr4j.bulk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptTest {

    private static final MicroEuros WORST = new MicroEuros(10_000);

    private final Attempt intended = Attempt.intended(
            new Intent(
                    new Correlation(1, 2),
                    MicroEuros.DOCUMENTED_PRICE,
                    Optional.empty(),
                    Instant.EPOCH,
                    Duration.ofMinutes(1)),
            RunName.of("list"),
            7,
            2,
            1);

    @Test
    void whatIsIntendedCostsItsWorst() {
        assertThat(intended.state()).isEqualTo(BatchState.INTENT);
        assertThat(intended.cost()).isEqualTo(WORST);
        assertThat(intended.atRisk()).isEqualTo(WORST);
        assertThat(intended.spent()).isEqualTo(MicroEuros.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        // what happened, in order: h heard of, other letters how sending ended; then state, spent, at risk
        "A,   ACCEPTED,              9000,  0",
        "R,   REJECTED,              0,     0",
        "N,   NOT_SENT,              0,     0",
        "U,   UNCONFIRMED,           0,     10000",
        "h,   INTENT,                0,     10000",
        "hA,  ACCEPTED,              9000,  0",
        "hU,  ACCEPTED,              10000, 0",
        "hR,  ACCEPTED,              10000, 0",
        "hN,  ACCEPTED,              10000, 0",
        "Uh,  ACCEPTED,              10000, 0",
        "Rh,  ACCEPTED,              10000, 0",
        "Nh,  ACCEPTED,              10000, 0",
        "Ah,  ACCEPTED,              9000,  0",
        "UA,  ACCEPTED,              9000,  0",
        "UR,  REJECTED,              0,     0",
        "UhA, ACCEPTED,              9000,  0",
        "p,   INTENT,                0,     10000",
        "Up,  PRESUMED_NOT_ACCEPTED, 0,     0",
        "Ap,  ACCEPTED,              9000,  0",
        "Rp,  REJECTED,              0,     0",
        "Uph, ACCEPTED,              10000, 0",
        "a,   UNCONFIRMED,           0,     10000",
        "ha,  ACCEPTED,              10000, 0",
        "Aa,  ACCEPTED,              9000,  0",
        "Ra,  REJECTED,              0,     0",
        "aA,  ACCEPTED,              9000,  0"
    })
    void whatHappensMovesStateAndMoneyTogether(String events, BatchState state, long spent, long atRisk) {
        Attempt attempt = afterAll(events);

        assertThat(attempt.state()).isEqualTo(state);
        assertThat(attempt.spent().value()).isEqualTo(spent);
        assertThat(attempt.atRisk().value()).isEqualTo(atRisk);
    }

    @ParameterizedTest
    @CsvSource({"AA", "hAA", "hAR", "AR", "RA", "RR", "NA", "NU", "UpA", "UpR"})
    void whatHasEndedDoesNotEndAgain(String events) {
        Attempt last = afterAll(events.substring(0, events.length() - 1));
        char event = events.charAt(events.length() - 1);

        assertThatExceptionOfType(HlrException.class).isThrownBy(() -> after(last, event));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "INTENT"})
    void noEndIsAPlanOrAnIntent(BatchState state) {
        assertThatExceptionOfType(HlrException.class).isThrownBy(() -> settlement(state));
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, false",
        "INTENT, false",
        "ACCEPTED, false",
        "REJECTED, true",
        "NOT_SENT, true",
        "UNCONFIRMED, true",
        "PRESUMED_NOT_ACCEPTED, true"
    })
    void whatMayBeAttemptedAgain(BatchState state, boolean again) {
        assertThat(state.mayBeAttemptedAgain()).isEqualTo(again);
    }

    @Test
    void theCampaignAndTheReasonAreKept() {
        assertThat(after(intended, 'A').campaign()).contains(CampaignId.of("HLR1"));
        assertThat(after(after(intended, 'A'), 'h').campaign()).contains(CampaignId.of("HLR1"));
        assertThat(after(intended, 'a').reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("ended"));
    }

    @Test
    void whatIsGrantedIsPrintedWithoutItsNumbers() {
        Claim granted = new Claim.Granted(intended, List.of(PhoneNumber.parse("+33639980001")));

        assertThat(granted).hasToString("Granted[" + intended.correlation() + ", batch 7]");
        assertThat(intended.run()).hasToString("list");
    }

    private Attempt afterAll(String events) {
        Attempt attempt = intended;
        for (int i = 0; i < events.length(); i++) {
            attempt = after(attempt, events.charAt(i));
        }
        return attempt;
    }

    private static Attempt after(Attempt attempt, char event) {
        return switch (event) {
            case 'h' -> attempt.heardOf();
            case 'p' -> attempt.presumedNotAccepted();
            case 'a' -> attempt.abandoned();
            case 'A' ->
                attempt.settled(new Settlement(
                        BatchState.ACCEPTED,
                        Optional.of(new MicroEuros(9_000)),
                        Optional.of(CampaignId.of("HLR1")),
                        Optional.empty(),
                        Optional.empty()));
            case 'R' -> attempt.settled(settlement(BatchState.REJECTED));
            case 'N' -> attempt.settled(settlement(BatchState.NOT_SENT));
            default -> attempt.settled(settlement(BatchState.UNCONFIRMED));
        };
    }

    private static Settlement settlement(BatchState state) {
        return new Settlement(state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
