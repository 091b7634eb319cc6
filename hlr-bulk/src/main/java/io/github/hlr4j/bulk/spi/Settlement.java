package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.Submission;
import java.util.Objects;
import java.util.Optional;

/**
 * How an attempt ended, as the ledger keeps it.
 *
 * @param state what became of the batch; neither {@link BatchState#PLANNED} nor {@link BatchState#INTENT}
 * @param cost what the service says it charged, where it said so in whole micro-euros
 * @param campaign the service's name for the request, where it was accepted
 * @param refusal why the service refused it, where it did
 * @param reason what happened, for people; holds no secret
 */
public record Settlement(
        BatchState state,
        Optional<MicroEuros> cost,
        Optional<CampaignId> campaign,
        Optional<ApiErrorCode> refusal,
        Optional<String> reason) {

    /**
     * Checks the parts.
     *
     * @throws InvalidInputException if the state is not an end
     */
    public Settlement {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(reason, "reason");
        if (state == BatchState.PLANNED || state == BatchState.INTENT) {
            throw new InvalidInputException("an attempt does not end as " + state);
        }
    }

    /**
     * What an outcome means to the books.
     *
     * @param outcome how sending ended
     * @return its settlement
     */
    public static Settlement of(Submission outcome) {
        if (outcome instanceof Submission.Accepted accepted) {
            return new Settlement(
                    BatchState.ACCEPTED,
                    counted(accepted),
                    Optional.of(accepted.campaignId()),
                    Optional.empty(),
                    Optional.empty());
        }
        if (outcome instanceof Submission.Rejected rejected) {
            return because(
                    BatchState.REJECTED,
                    Optional.of(rejected.error().reason()),
                    rejected.error().toString());
        }
        if (outcome instanceof Submission.Throttled) {
            return because(BatchState.NOT_SENT, Optional.empty(), "429, too many requests");
        }
        if (outcome instanceof Submission.NotSent notSent) {
            return because(
                    BatchState.NOT_SENT, Optional.empty(), notSent.cause().getMessage());
        }
        Submission.Unconfirmed unconfirmed = (Submission.Unconfirmed) outcome;
        return unconfirmed(unconfirmed.cause().getMessage());
    }

    /**
     * The end of an attempt of which nobody will hear more.
     *
     * @param reason what happened, for people
     * @return a settlement as {@link BatchState#UNCONFIRMED}
     */
    public static Settlement unconfirmed(String reason) {
        return because(BatchState.UNCONFIRMED, Optional.empty(), reason);
    }

    private static Settlement because(BatchState state, Optional<ApiErrorCode> refusal, String reason) {
        return new Settlement(state, Optional.empty(), Optional.empty(), refusal, Optional.ofNullable(reason));
    }

    private static Optional<MicroEuros> counted(Submission.Accepted accepted) {
        try {
            return Optional.of(MicroEuros.of(accepted.cost()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
