package io.github.hlr4j.cli;

import io.github.hlr4j.HlrException;

/** A usage or an input that the command cannot work with: exit code 2, and the message is all that the user sees. */
final class CliException extends HlrException {

    private static final long serialVersionUID = 1L;

    CliException(String message) {
        super(message);
    }

    CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
