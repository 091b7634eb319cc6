package io.github.hlr4j.cli;

/** What the command tells the shell; of those about the run, the first in this order that holds. */
final class ExitCode {

    static final int USAGE = 2;
    static final int INTERRUPTED = 130;
    static final int CAP_REACHED = 6;
    static final int REFUSED = 3;
    static final int UNCONFIRMED = 5;
    static final int MISSING = 4;
    static final int OK = 0;

    /** The results could not be written, or a bug of ours. */
    static final int FAILED = 1;

    private ExitCode() {}
}
