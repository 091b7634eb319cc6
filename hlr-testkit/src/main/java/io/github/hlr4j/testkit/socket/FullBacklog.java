package io.github.hlr4j.testkit.socket;

import io.github.hlr4j.HlrException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A port of loopback at which connecting takes for ever, because nobody accepts and the queue is full.
 *
 * <p>How a full queue answers is the operating system's choice; this is how Linux does it.
 */
public final class FullBacklog implements AutoCloseable {

    private static final int MOST_FILLERS = 64;
    private static final int CONNECT_MILLIS = 200;

    private final ServerSocket listener;
    private final Deque<Socket> fillers = new ArrayDeque<>();

    private FullBacklog(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Listens on a free port and fills its queue.
     *
     * @return the port, at which the next connection stalls
     */
    public static FullBacklog fill() {
        try {
            FullBacklog backlog = new FullBacklog(new ServerSocket(0, 1, SocketServer.loopback()));
            backlog.fillUp();
            return backlog;
        } catch (IOException e) {
            throw new HlrException("No queue of connections could be filled on loopback", e);
        }
    }

    /**
     * An address at which connecting stalls.
     *
     * @param path path and query, beginning with a slash
     * @return an http address
     */
    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /**
     * Accepts at last, whoever waits, and reads.
     *
     * @param quiet how long to wait for each further connection before the queue counts as empty
     * @return how many bytes all of them sent together
     */
    public int acceptAndCountBytes(Duration quiet) {
        int bytes = 0;
        try {
            closeFillers();
            listener.setSoTimeout(Math.toIntExact(quiet.toMillis()));
            while (true) {
                try (Socket accepted = listener.accept()) {
                    accepted.setSoTimeout(CONNECT_MILLIS);
                    bytes += countBytes(accepted);
                }
            }
        } catch (SocketTimeoutException e) {
            return bytes;
        } catch (IOException e) {
            throw new HlrException("The queue of connections could not be emptied", e);
        }
    }

    /** Ends every connection and gives the port back. */
    @Override
    public void close() {
        try {
            closeFillers();
            listener.close();
        } catch (IOException e) {
            throw new HlrException("The port could not be given back", e);
        }
    }

    private void fillUp() throws IOException {
        while (fillers.size() < MOST_FILLERS) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(listener.getLocalSocketAddress(), CONNECT_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        close();
        throw new HlrException("This operating system accepts connections beyond the queue; none stalls");
    }

    private void closeFillers() throws IOException {
        while (!fillers.isEmpty()) {
            fillers.remove().close();
        }
    }

    /** Counts until the client hangs up, breaks the connection or stays silent. */
    private static int countBytes(Socket accepted) {
        int bytes = 0;
        try {
            while (accepted.getInputStream().read() >= 0) {
                bytes++;
            }
        } catch (IOException e) {
            return bytes;
        }
        return bytes;
    }
}
