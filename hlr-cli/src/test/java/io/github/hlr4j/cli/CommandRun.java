package io.github.hlr4j.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the command inside the test's own process: what goes in, what comes out. */
final class CommandRun {

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean people;
    private OutputStream brokenOut;

    static CommandRun hlr() {
        return new CommandRun();
    }

    CommandRun withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    CommandRun withInput(String text) {
        input = text;
        return this;
    }

    CommandRun watchedByPeople() {
        people = true;
        return this;
    }

    /** A full disk, or a reader that went away. */
    CommandRun withStandardOutputThatFails() {
        brokenOut = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return this;
    }

    Outcome with(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(brokenOut == null ? out : brokenOut, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                people,
                people,
                Map.copyOf(environment),
                InstantSource.system());
        int exitCode = Hlr.run(terminal, arguments);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    record Outcome(int exitCode, String out, String err) {

        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }
}
