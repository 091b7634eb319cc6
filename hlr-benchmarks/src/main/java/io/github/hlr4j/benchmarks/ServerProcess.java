package io.github.hlr4j.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** {@link FixedServer} in a process of its own, so that its work is not counted as the client's. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start() throws IOException {
        Process process = JavaProcess.start(
                List.of("-Xmx64m", "-XX:+UseSerialGC"), JavaProcess.OWN_CLASS_PATH, FixedServer.class);
        return new ServerProcess(process, Integer.parseInt(process.inputReader().readLine()));
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
