package io.github.hlr4j.fuzz;

/** What reads foreign bytes, together with what is claimed of it. */
@FunctionalInterface
interface Target {

    /**
     * Reads one input and checks every claim.
     *
     * @throws AssertionError if a claim does not hold; every other exception that escapes is a finding as well
     */
    void read(byte[] input);
}
