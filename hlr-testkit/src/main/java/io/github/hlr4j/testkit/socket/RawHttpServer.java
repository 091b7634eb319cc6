package io.github.hlr4j.testkit.socket;

import io.github.hlr4j.HlrException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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

    private final ServerSocket listener;
    private final List<RawScript> scripts;
    private final AtomicInteger scriptsBegun = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Throwable> brokenScript = new AtomicReference<>();

    private RawHttpServer(ServerSocketFactory sockets, List<RawScript> scripts) throws IOException {
        this.scripts = scripts;
        this.listener = sockets.createServerSocket(0, 128, InetAddress.getLoopbackAddress());
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
        try {
            RawHttpServer server = new RawHttpServer(sockets, List.copyOf(scripts));
            server.startThread("accept", server::acceptConnections);
            return server;
        } catch (IOException e) {
            throw new HlrException("No server could be started on loopback", e);
        }
    }

    /**
     * An address of this server.
     *
     * @param path path and query, beginning with a slash
     * @return an http address
     */
    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /**
     * An address of this server for TLS, which it speaks only if it was {@linkplain #startTls started} to.
     *
     * @param path path and query, beginning with a slash
     * @return an https address
     */
    public URI https(String path) {
        return URI.create("https://127.0.0.1:" + listener.getLocalPort() + path);
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
        return connections.get();
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
        closed.countDown();
        closeQuietly(listener);
        joinBriefly(threads.get(0));
        open.forEach(RawHttpServer::closeQuietly);
        threads.forEach(RawHttpServer::joinBriefly);
        if (brokenScript.get() != null) {
            throw new AssertionError("a script of the server failed", brokenScript.get());
        }
    }

    void requestBegan() {
        requests.incrementAndGet();
    }

    void received(ReceivedRequest request) {
        received.add(request);
        arrivals.release();
    }

    void clientHungUp() {
        if (closed.getCount() > 0) {
            hangUps.release();
        }
    }

    void pause(Duration time) throws IOException {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server is closed");
            }
        } catch (InterruptedException e) {
            throw new IOException("the server's thread was interrupted", e);
        }
    }

    private void acceptConnections() throws IOException {
        while (closed.getCount() > 0) {
            Socket socket = listener.accept();
            open.add(socket);
            startThread("connection-" + connections.incrementAndGet(), () -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            socket.setTcpNoDelay(true);
            RawConnection connection = new RawConnection(socket, this);
            do {
                nextScript().serve(connection);
            } while (connection.isOpen() && connection.awaitRequest());
        } finally {
            open.remove(socket);
        }
    }

    private RawScript nextScript() {
        return scripts.get(Math.min(scriptsBegun.getAndIncrement(), scripts.size() - 1));
    }

    private void startThread(String name, RawTask task) {
        Thread thread =
                new Thread(() -> runUntilTheEnd(task), "raw-http-server-" + listener.getLocalPort() + "-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void runUntilTheEnd(RawTask task) {
        try {
            task.run();
        } catch (IOException e) {
            // The connection ended: its client hung up, or the server is closed.
        } catch (RuntimeException | Error e) {
            brokenScript.compareAndSet(null, e);
        }
    }

    private static boolean await(Semaphore events, Duration patience) {
        try {
            return events.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void joinBriefly(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    /** A task that ends with the connection it works on. */
    @FunctionalInterface
    private interface RawTask {
        void run() throws IOException;
    }
}
