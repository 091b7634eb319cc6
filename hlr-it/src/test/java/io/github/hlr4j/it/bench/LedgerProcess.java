package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link LedgerServer} in a process of its own, which ends with this one. */
record LedgerProcess(Process process, InetSocketAddress address) {

    private static final int PATIENCE_SECONDS = 20;

    /** Returns when it receives. */
    static LedgerProcess start(String ledger, Path tokens, int batches) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms512m",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerServer.class.getName(),
                        ledger,
                        tokens.toString(),
                        Integer.toString(batches))
                .redirectError(tokens.resolveSibling("server.log").toFile())
                .start();
        int port = process.inputReader()
                .lines()
                .filter(line -> line.startsWith(MeasuredServlets.PORT))
                .map(line -> Integer.parseInt(line.substring(MeasuredServlets.PORT.length())))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("a receiver did not start: see " + tokens.resolveSibling("server.log")));
        return new LedgerProcess(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    void close() {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }
}
