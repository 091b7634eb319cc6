package io.github.hlr4j.callback;

import io.github.hlr4j.HlrException;

/** More numbers arrived for one request than a request can have: whoever sent them is not the service. */
final class CrowdedRequestException extends HlrException {

    private static final long serialVersionUID = 1L;

    CrowdedRequestException() {
        super("results of more than 500 numbers arrived for one request");
    }
}
