package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.CampaignId;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One sending of one batch, under an address of its own: the state machine of the books.
 *
 * <p>Immutable; what happens gives another attempt, and a ledger replaces one by the other in one transaction, together
 * with the run's money, which is the sum of {@link #spent()} and {@link #atRisk()} over all its attempts.
 *
 * @param correlation names the attempt in its callback address
 * @param run the run that it belongs to
 * @param batch the number of its batch in the run, from 1
 * @param size how many numbers the batch has, 1 to 500
 * @param ordinal 1 for the first attempt of the batch
 * @param state where it stands; never {@link BatchState#PLANNED}
 * @param heard whether a notification arrived at its address
 * @param cost what it costs: the worst case until the service says it
 * @param intendedAt when it was written down, before it left
 * @param campaign the service's name for it, once that is known
 * @param refusal why the service refused it, where it did
 * @param reason what happened, for people
 */
public record Attempt(
        Correlation correlation,
        RunName run,
        int batch,
        int size,
        int ordinal,
        BatchState state,
        boolean heard,
        MicroEuros cost,
        Instant intendedAt,
        Optional<CampaignId> campaign,
        Optional<ApiErrorCode> refusal,
        Optional<String> reason) {

    /** Checks that nothing is null. */
    public Attempt {
        Objects.requireNonNull(correlation, "correlation");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(intendedAt, "intendedAt");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * An attempt that is about to be made.
     *
     * @param intent under which conditions
     * @param run the run
     * @param batch the number of the batch in the run
     * @param size how many numbers the batch has
     * @param ordinal which attempt of the batch this is, from 1
     * @return an attempt in the state {@link BatchState#INTENT}
     */
    public static Attempt intended(Intent intent, RunName run, int batch, int size, int ordinal) {
        return new Attempt(
                intent.correlation(),
                run,
                batch,
                size,
                ordinal,
                BatchState.INTENT,
                false,
                intent.price().times(size),
                intent.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * This attempt when its sending has ended.
     *
     * <p>Where a notification has arrived at its address, it was accepted, whatever the reply was.
     *
     * @param settlement how it ended
     * @return the attempt as it is then
     * @throws HlrException if it has ended already: what is known is never overwritten, though what was given up as
     *     unconfirmed may still be settled by a reply that comes late
     */
    public Attempt settled(Settlement settlement) {
        if (!awaitsReply()) {
            throw new HlrException("attempt " + correlation + " has ended as " + state + " already");
        }
        BatchState end = heard ? BatchState.ACCEPTED : settlement.state();
        MicroEuros known =
                settlement.state() == BatchState.ACCEPTED ? settlement.cost().orElse(cost) : cost;
        return new Attempt(
                correlation,
                run,
                batch,
                size,
                ordinal,
                end,
                heard,
                known,
                intendedAt,
                settlement.campaign(),
                settlement.refusal(),
                settlement.reason());
    }

    private boolean awaitsReply() {
        boolean provenByAnswers = state == BatchState.ACCEPTED && heard && campaign.isEmpty();
        return state == BatchState.INTENT || state == BatchState.UNCONFIRMED || provenByAnswers;
    }

    /**
     * This attempt when a notification has arrived at its address: the service accepted it, whatever was known before.
     *
     * @return the attempt as it is then; one that is still on its way waits for its reply
     */
    public Attempt heardOf() {
        return with(state == BatchState.INTENT ? BatchState.INTENT : BatchState.ACCEPTED, true);
    }

    /**
     * This attempt when whoever made it has gone without writing down how it ended.
     *
     * @return the attempt as it is then
     */
    public Attempt abandoned() {
        return state == BatchState.INTENT
                ? settled(Settlement.unconfirmed("the process that sent it ended before its reply was written down"))
                : this;
    }

    /**
     * This attempt when no answer came for longer than anybody waits, or somebody gave it up.
     *
     * @return the attempt as it is then; only an unconfirmed one changes
     */
    public Attempt presumedNotAccepted() {
        return state == BatchState.UNCONFIRMED ? with(BatchState.PRESUMED_NOT_ACCEPTED, heard) : this;
    }

    /**
     * What it has cost for certain.
     *
     * @return its cost, or nothing
     */
    public MicroEuros spent() {
        return state.isSpent() ? cost : MicroEuros.NONE;
    }

    /**
     * What it may have cost, while nobody knows.
     *
     * @return its cost, or nothing
     */
    public MicroEuros atRisk() {
        return state.isAtRisk() ? cost : MicroEuros.NONE;
    }

    private Attempt with(BatchState newState, boolean nowHeard) {
        return new Attempt(
                correlation,
                run,
                batch,
                size,
                ordinal,
                newState,
                nowHeard,
                cost,
                intendedAt,
                campaign,
                refusal,
                reason);
    }
}
