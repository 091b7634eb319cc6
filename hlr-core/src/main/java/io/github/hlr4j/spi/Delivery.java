package io.github.hlr4j.spi;

/** What a failed transport knows of the request's whereabouts. */
public enum Delivery {
    /** Not a byte of the request reached the service: it can be sent again without a risk. */
    NOT_SENT,
    /** The service may have seen the request, whole or in part. */
    UNKNOWN
}
