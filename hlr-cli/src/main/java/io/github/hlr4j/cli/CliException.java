package io.github.hlr4j.cli;

import io.github.hlr4j.HlrException;

/** What ends the command with a message that is all the user sees. */
final class CliException extends HlrException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A usage or an input that the command cannot work with, before anything was sent. */
    CliException(String message) {
        this(ExitCode.USAGE, message, null);
    }

    /** A usage or an input that the command cannot work with, before anything was sent. */
    CliException(String message, Throwable cause) {
        this(ExitCode.USAGE, message, cause);
    }

    private CliException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Something that went wrong when requests had been sent. */
    static CliException afterSending(String message, Throwable cause) {
        return new CliException(ExitCode.FAILED, message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
