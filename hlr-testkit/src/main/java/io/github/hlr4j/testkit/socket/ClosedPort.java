package io.github.hlr4j.testkit.socket;

import io.github.hlr4j.HlrException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A port of loopback that refuses every connection, and that nobody else can take until this is closed. */
public final class ClosedPort implements AutoCloseable {

    private final Socket boundOnly = new Socket();

    private ClosedPort() {}

    /**
     * Takes a free port without listening on it.
     *
     * @return the port
     */
    public static ClosedPort take() {
        ClosedPort port = new ClosedPort();
        try {
            port.boundOnly.bind(SocketServer.anyPortOfLoopback());
            return port;
        } catch (IOException e) {
            throw new HlrException("No port of loopback is free", e);
        }
    }

    /**
     * An address at which a connection is refused.
     *
     * @param path path and query, beginning with a slash
     * @return an http address
     */
    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + boundOnly.getLocalPort() + path);
    }

    /** Gives the port back. */
    @Override
    public void close() {
        try {
            boundOnly.close();
        } catch (IOException e) {
            throw new HlrException("The port could not be given back", e);
        }
    }
}
