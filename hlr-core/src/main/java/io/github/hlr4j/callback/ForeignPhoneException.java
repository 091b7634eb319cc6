package io.github.hlr4j.callback;

import io.github.hlr4j.HlrException;

/** Results speak of phones that their request cannot have asked about: whoever sent them is not the service. */
final class ForeignPhoneException extends HlrException {

    private static final long serialVersionUID = 1L;

    ForeignPhoneException(String message) {
        super(message);
    }
}
