package io.github.hlr4j.cli;

/** An input that is not a number: where it stands, what stands there, and why it is none. */
record BadLine(String source, long line, String text, String reason) {

    /** Where and why, without what stands there: it may be somebody's number. */
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
