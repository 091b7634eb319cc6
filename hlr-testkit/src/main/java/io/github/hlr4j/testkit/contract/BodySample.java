package io.github.hlr4j.testkit.contract;

import java.nio.charset.StandardCharsets;

/** A body with a name that says what is special about it. */
final class BodySample {

    private static final int LONGEST_NAME = 100;

    private final String name;
    private final byte[] body;

    BodySample(String name, byte[] body) {
        this.name = name;
        this.body = body;
    }

    static BodySample of(String name, String text) {
        return new BodySample(name, text.getBytes(StandardCharsets.UTF_8));
    }

    String shortName() {
        return shortened(name);
    }

    byte[] body() {
        return body;
    }

    /** A name on one line, fit for a report of tests. */
    static String shortened(String name) {
        String line = name.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?").strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "..." : line;
    }
}
