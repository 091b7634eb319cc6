package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.launcher.Console;
import io.github.hlr4j.testkit.contract.CallbackSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A servlet container in a virtual machine of its own, with one web application; undeploying that leaves nothing behind. */
final class ContainerProcess implements CallbackSite {

    private static final int PATIENCE_SECONDS = 60;
    private static final int SECONDS_UNTIL_LOGGED = 10;
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final Process process;
    private final Relay relay;
    private final Path logs;
    private final BufferedReader out;
    private final PrintWriter in;
    private final URI publicUrl;

    ContainerProcess(Process process, Relay relay, Path work) {
        this.process = process;
        this.relay = relay;
        this.logs = work.resolve("logs");
        this.out = process.inputReader();
        this.in = new PrintWriter(process.outputWriter(), true);
        this.publicUrl = URI.create("http://127.0.0.1:" + nextLine() + "/hlr");
    }

    @Override
    public URI publicUrl() {
        return publicUrl;
    }

    /** Takes the web application down, and lets the container look for what is left of it. */
    String undeploy() {
        in.println(Console.UNDEPLOY);
        return nextLine();
    }

    /** A container that hangs is ended, and whoever waits for its line hears of the end. */
    private String nextLine() {
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try {
            String line = out.readLine();
            if (line == null) {
                relay.close();
                throw new AssertionError("The container ended, or said nothing for " + PATIENCE_SECONDS
                        + " seconds and was ended; its standard error is above.");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deadline.cancel(false);
        }
    }

    /** An access log as soon as some line of it fits: it is written after the answer. */
    String accessLog(String name, Pattern line) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String log = Files.readString(logs.resolve(name));
        while (!line.matcher(log).find()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS_UNTIL_LOGGED)
                    || process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("No line of " + name + " fits " + line + ":\n" + log);
            }
            log = Files.readString(logs.resolve(name));
        }
        return log;
    }

    @Override
    public void close() {
        try {
            assertThat(undeploy()).isEqualTo(Console.NOTHING_IS_LEFT);
        } finally {
            process.destroyForcibly();
            relay.close();
        }
    }
}
