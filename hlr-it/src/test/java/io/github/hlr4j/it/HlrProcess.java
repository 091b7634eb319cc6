package io.github.hlr4j.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command line as a process of its own, run from the packaged jar. */
final class HlrProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;

    private HlrProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = process.errorReader(StandardCharsets.UTF_8);
    }

    static HlrProcess start(Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), environment, arguments);
    }

    /**
     * The same under another command.
     *
     * @param wrapper a command that runs its arguments
     */
    static HlrProcess start(List<String> wrapper, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("hlr.it.cli")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HLR_") || name.startsWith("SMSPARTNER_"));
        builder.environment().putAll(environment);
        return new HlrProcess(builder.start());
    }

    String nextOutLine() throws IOException {
        return out.readLine();
    }

    String nextErrLine() throws IOException {
        return err.readLine();
    }

    /** What the process still says on standard error until it ends. */
    String restOfErr() {
        return err.lines().collect(Collectors.joining("\n"));
    }

    String restOfOut() {
        return out.lines().collect(Collectors.joining("\n"));
    }

    /** Ctrl-C. */
    void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    }

    /** SIGTERM, which leaves the output readable here. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process did not end within " + PATIENCE_SECONDS + " seconds");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
