package io.github.hlr4j.bulk.spi;

/**
 * Where a batch stands between the plan and the money.
 *
 * <p>Nothing leads back to {@link #PLANNED}: what may have left is never planned again. A batch that was certainly not paid
 * for, and, if somebody asks for it, one that nobody is sure of, is attempted once more instead, under a new address.
 */
public enum BatchState {
    /** It was never attempted. */
    PLANNED,
    /** It may be on its way at this moment: this was written down before the first byte left. */
    INTENT,
    /** The service took it, and it is paid for. */
    ACCEPTED,
    /** The service refused it; nothing was charged. */
    REJECTED,
    /** It certainly did not reach the service, or was turned away by its quota; nothing was charged. */
    NOT_SENT,
    /** It left, and nobody knows whether it was accepted and charged. */
    UNCONFIRMED,
    /** It was unconfirmed, and no answer came for so long that it most likely was never accepted. */
    PRESUMED_NOT_ACCEPTED;

    /**
     * Whether its cost counts as spent.
     *
     * @return true for {@link #ACCEPTED}
     */
    public boolean isSpent() {
        return this == ACCEPTED;
    }

    /**
     * Whether its cost may turn out to be spent, and counts against the cap until that is known.
     *
     * @return true for {@link #INTENT} and {@link #UNCONFIRMED}
     */
    public boolean isAtRisk() {
        return this == INTENT || this == UNCONFIRMED;
    }

    /**
     * Whether a batch whose last attempt ended so may be attempted once more; where it was unconfirmed, only because
     * somebody decided to.
     *
     * @return true for {@link #REJECTED}, {@link #NOT_SENT}, {@link #UNCONFIRMED} and {@link #PRESUMED_NOT_ACCEPTED}
     */
    public boolean mayBeAttemptedAgain() {
        return this == REJECTED || this == NOT_SENT || this == UNCONFIRMED || this == PRESUMED_NOT_ACCEPTED;
    }
}
