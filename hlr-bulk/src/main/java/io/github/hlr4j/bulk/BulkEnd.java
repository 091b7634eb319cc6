package io.github.hlr4j.bulk;

/** Why a run sends nothing more. */
public enum BulkEnd {
    /** Every batch had its turn. */
    ALL_SENT,
    /** Somebody cancelled it; it can be resumed. */
    CANCELLED,
    /** The next batch could take it above its cap. */
    CAP_REACHED,
    /** The service refuses the account, so that every further batch would be refused as well. */
    ACCOUNT_REFUSED,
    /** The service cannot be reached, or turns everything away. */
    SERVICE_UNREACHABLE,
    /** The service took or charged something else than was asked and expected. */
    PRICE_DIFFERS,
    /** The ledger could not write down what it must. */
    LEDGER_FAILED,
    /** An answer arrived for a request that the ledger does not know: it is an old copy. */
    LEDGER_OUTDATED
}
