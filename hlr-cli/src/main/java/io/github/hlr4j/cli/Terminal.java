package io.github.hlr4j.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The process's surroundings: its streams, whether people watch them, its environment and its clock. */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean peopleReadOut,
        boolean peopleReadErr,
        Map<String, String> environment,
        InstantSource clock) {

    /** Set by {@code bin/hlr}: Java itself cannot tell whether a single stream is a terminal. */
    private static final String PROPERTY = "hlr.terminal";

    static Terminal ofProcess() {
        String streams = System.getProperty(PROPERTY, "");
        return new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                streams.contains("out"),
                streams.contains("err"),
                System.getenv(),
                InstantSource.system());
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** One line for people, on standard error. */
    void say(String line) {
        err.println("hlr: " + line);
    }
}
