package io.github.hlr4j.it.bench;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A container with the measured servlets in a Java virtual machine of its own, which ends with this one. */
final class ServerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    /** Refusals are logged to a file, as an operator has it. */
    private static final Path LOG = Container.JARS.resolveSibling("bench").resolve("server.log");

    private final Process process;
    private final InetSocketAddress address;

    private ServerProcess(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a container whose receiver verifies with some keys; {@code HLR_JAVA_OPTS} adds options to its JVM. */
    static ServerProcess start(Container container, CallbackKeys keys) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms512m", "-Xmx512m"));
        command.add("-Djava.util.logging.config.file=" + classes().resolve("logging.properties"));
        String options = System.getenv().getOrDefault("HLR_JAVA_OPTS", "").strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split("\\s+")));
        }
        command.addAll(List.of("-cp", classPath(container), container.program().getName()));
        command.add(Container.JARS.resolveSibling("bench").toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(LOG.toFile());
        builder.environment().put(HlrCallbackServlet.DEFAULT_KEYS_ENV, keys.toText());
        Process process = builder.start();
        int port = process.inputReader()
                .lines()
                .filter(line -> line.startsWith(MeasuredServlets.PORT))
                .map(line -> Integer.parseInt(line.substring(MeasuredServlets.PORT.length())))
                .findFirst()
                .orElseThrow(() -> new IOException(container + " did not start: see " + LOG));
        return new ServerProcess(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    InetSocketAddress address() {
        return address;
    }

    /** How much processor time the process has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }

    private static String classPath(Container container) {
        return String.join(
                File.pathSeparator,
                classes().toString(),
                Container.JARS.resolve("core").resolve("*").toString(),
                Container.JARS.resolve("callback-servlet").resolve("*").toString(),
                container.folder().resolve("*").toString());
    }

    private static Path classes() {
        return Path.of(URI.create(ServerProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }
}
