package io.github.hlr4j.spi;

/** Why a notification was refused, in the order in which a receiver checks. */
public enum RefusalCause {
    /** Another method than POST. */
    METHOD,
    /** No token, or one that does not hold: malformed, forged, revoked or expired. */
    TOKEN,
    /** The body is too large, or announced to be. */
    SIZE,
    /** The content type is none that is read here, or the module that reads it is not present. */
    TYPE,
    /** The body did not arrive whole, or not in time. */
    DELIVERY,
    /** The body cannot be read, or exceeds a limit within. */
    SYNTAX,
    /** A phone was not asked about in the request, or results of more numbers arrived than a request can have. */
    PHONE,
    /** Something broke while the body was read: the sender may send it again. */
    BREAKDOWN
}
