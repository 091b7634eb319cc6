package io.github.hlr4j.testkit.socket;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on a loopback socket that follows scripts and counts what it sees.
 *
 * <pre>{@code
 * try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "fine"), RawConnection::reset)) {
 *     ...   // the first request is answered, every other one is cut off
 *     assertThat(server.requests()).isEqualTo(2);
 * }
 * }</pre>
 *
 * <p>The first request follows the first script, the second the second, and the last script serves all that follow. On a
 * fresh connection a script begins at once, before a byte has arrived; on one that was left open it begins with the first
 * byte of the next request.
 *
 * <p>Safe for concurrent use. Closing it ends every connection and every thread.
 */
public final class RawHttpServer implements AutoCloseable {

    private final SocketServer server;
    private final List<RawScript> scripts;
    private final AtomicInteger scriptsBegun = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);
    private final AtomicReference<Throwable> brokenScript = new AtomicReference<>();
    private volatile boolean closed;

    private RawHttpServer(ServerSocketFactory sockets, List<RawScript> scripts) {
        this.scripts = scripts;
        this.server = SocketServer.bind(sockets, SocketServer.anyPortOfLoopback(), this::serve);
        server.start();
    }

    /**
     * Starts a server on a free port.
     *
     * @param first what to do with the first request
     * @param next what to do with those after it; the last one is repeated
     * @return a server that listens
     */
    public static RawHttpServer start(RawScript first, RawScript... next) {
        return start(ServerSocketFactory.getDefault(), first, next);
    }

    /**
     * Starts a server on a free port that speaks TLS, so that scripts read and write what is inside of it.
     *
     * @param context the server's key and certificate
     * @param first what to do with the first request
     * @param next what to do with those after it; the last one is repeated
     * @return a server that listens
     */
    public static RawHttpServer startTls(SSLContext context, RawScript first, RawScript... next) {
        return start(context.getServerSocketFactory(), first, next);
    }

    private static RawHttpServer start(ServerSocketFactory sockets, RawScript first, RawScript... next) {
        List<RawScript> scripts = new ArrayList<>();
        scripts.add(first);
        scripts.addAll(List.of(next));
        return new RawHttpServer(sockets, List.copyOf(scripts));
    }

    /**
     * An address of this server.
     *
     * @param path path and query, beginning with a slash
     * @return an http address
     */
    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /**
     * An address of this server for TLS, which it speaks only if it was {@linkplain #startTls started} to.
     *
     * @param path path and query, beginning with a slash
     * @return an https address
     */
    public URI https(String path) {
        return URI.create("https://127.0.0.1:" + server.port() + path);
    }

    /**
     * How many requests arrived whole or in part. One byte is enough, unless it is the one with which TLS begins; only
     * bytes that a script or the wait for the next request has read are seen.
     *
     * @return zero or more
     */
    public int requests() {
        return requests.get();
    }

    /**
     * The requests that were read whole.
     *
     * @return a copy, in the order of their last bytes
     */
    public List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    /**
     * How many connections were made.
     *
     * @return zero or more
     */
    public int connections() {
        return server.connections();
    }

    /**
     * Waits until one more request was read whole than this method has reported before.
     *
     * @param patience how long to wait at the most
     * @return false if none came
     */
    public boolean awaitRequest(Duration patience) {
        return await(arrivals, patience);
    }

    /**
     * Waits until the client has ended one more connection than this method has reported before. A script that neither
     * reads nor writes does not notice.
     *
     * @param patience how long to wait at the most
     * @return false if it ended none
     */
    public boolean awaitHangUp(Duration patience) {
        return await(hangUps, patience);
    }

    /**
     * Ends every connection and every thread.
     *
     * @throws AssertionError if a script failed by other than the connection's end
     */
    @Override
    public void close() {
        closed = true;
        server.close();
        if (brokenScript.get() != null) {
            throw new AssertionError("a script of the server failed", brokenScript.get());
        }
    }

    private void serve(Socket socket) throws IOException {
        RawConnection connection = new RawConnection(socket, new Counting());
        try {
            do {
                nextScript().serve(connection);
            } while (connection.isOpen() && connection.awaitRequest());
        } catch (RuntimeException | Error e) {
            brokenScript.compareAndSet(null, e);
        }
    }

    private RawScript nextScript() {
        return scripts.get(Math.min(scriptsBegun.getAndIncrement(), scripts.size() - 1));
    }

    private static boolean await(Semaphore events, Duration patience) {
        try {
            return events.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Counting implements Traffic {

        @Override
        public void requestBegan() {
            requests.incrementAndGet();
        }

        @Override
        public void received(ReceivedRequest request) {
            received.add(request);
            arrivals.release();
        }

        @Override
        public void clientHungUp() {
            if (!closed) {
                hangUps.release();
            }
        }
    }
}
