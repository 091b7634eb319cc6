package io.github.hlr4j.testkit.socket;

import io.github.hlr4j.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * Accepts connections at one address and serves each in a thread of its own.
 *
 * <p>It can refuse connections for a while and keeps its port meanwhile. Safe for concurrent use. Closing it ends every
 * connection and every thread.
 */
public final class SocketServer implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final long JOIN_SECONDS = 5;
    private static final long PAUSE_MILLIS = 50;

    private final ServerSocketFactory sockets;
    private final Handler handler;
    private final InetSocketAddress address;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listener;
    private Thread acceptor;
    private Socket placeholder;
    private boolean closed;

    private SocketServer(ServerSocketFactory sockets, InetSocketAddress address, Handler handler) throws IOException {
        this.sockets = sockets;
        this.handler = handler;
        this.listener = listen(address);
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /**
     * A free port of 127.0.0.1, whichever loopback address this machine prefers.
     *
     * @return an address to bind to
     */
    public static InetSocketAddress anyPortOfLoopback() {
        return new InetSocketAddress(loopback(), 0);
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /**
     * Takes an address; clients that connect wait until the server is {@linkplain #start started}.
     *
     * @param sockets makes the socket that listens
     * @param address a host of this machine and a port; 0 takes a free one
     * @param handler serves each connection
     * @return a server that does not accept yet
     * @throws ConfigurationException if it cannot listen there
     */
    public static SocketServer bind(ServerSocketFactory sockets, InetSocketAddress address, Handler handler) {
        Objects.requireNonNull(handler, "handler");
        try {
            if (address.isUnresolved()) {
                throw new IOException("the host is not known");
            }
            return new SocketServer(sockets, address, handler);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot listen on " + address.getHostString() + " port " + address.getPort() + ": " + e.getMessage()
                            + "; choose another address",
                    e);
        }
    }

    /** Begins to accept connections. */
    public synchronized void start() {
        startAccepting(listener);
    }

    /**
     * The port of this server, also while it refuses connections.
     *
     * @return 1 to 65535
     */
    public int port() {
        return address.getPort();
    }

    /**
     * How many connections were accepted.
     *
     * @return zero or more
     */
    public int connections() {
        return connections.get();
    }

    /**
     * Refuses connections from now on; those that are open stay open.
     *
     * @throws ConfigurationException if somebody else took the port in this instant
     */
    public synchronized void refuse() {
        if (listener.isClosed()) {
            return;
        }
        stopAccepting();
        placeholder = new Socket();
        try {
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
        } catch (IOException e) {
            closeQuietly(placeholder);
            throw taken(e);
        }
    }

    /**
     * Accepts connections again, at the same address; without effect on a server that listens or is closed.
     *
     * @throws ConfigurationException if somebody else listens there by now
     */
    public synchronized void listenAgain() {
        if (closed || !listener.isClosed()) {
            return;
        }
        closeQuietly(placeholder);
        try {
            listener = listen(address);
            startAccepting(listener);
        } catch (IOException e) {
            throw taken(e);
        }
    }

    private ConfigurationException taken(IOException cause) {
        return new ConfigurationException("port " + port() + " was taken by somebody else meanwhile", cause);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            stopAccepting();
            closeQuietly(placeholder);
        }
        threads.forEach(Thread::interrupt);
        open.forEach(SocketServer::closeQuietly);
        threads.forEach(SocketServer::join);
    }

    private ServerSocket listen(InetSocketAddress where) throws IOException {
        ServerSocket socket = sockets.createServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(where, BACKLOG);
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private void startAccepting(ServerSocket from) {
        acceptor = startThread("accept", () -> acceptFrom(from));
    }

    /** The system lets go of the port when nobody is inside {@code accept} any more. */
    private void stopAccepting() {
        closeQuietly(listener);
        if (acceptor != null) {
            join(acceptor);
        }
    }

    private void acceptFrom(ServerSocket from) throws IOException {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                open.add(socket);
                startThread("connection-" + connections.incrementAndGet(), () -> serve(from, socket));
            } catch (IOException e) {
                awaitBetterTimes(from);
            }
        }
    }

    /** After a failure that may pass, such as a lack of file descriptors. */
    private static void awaitBetterTimes(ServerSocket from) throws IOException {
        try {
            if (!from.isClosed()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("the server is closed").initCause(e);
        }
    }

    private void serve(ServerSocket from, Socket socket) throws IOException {
        try (socket) {
            if (!from.isClosed()) {
                socket.setTcpNoDelay(true);
                handler.serve(socket);
            }
        } finally {
            open.remove(socket);
        }
    }

    private Thread startThread(String name, Task task) {
        Thread thread = new Thread(() -> runUntilTheEnd(task), "socket-server-" + address.getPort() + "-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void runUntilTheEnd(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            // The connection ended: its client hung up, or the server is closed.
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(JOIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    /** Serves one connection. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Serves a connection to its end; it is closed afterwards.
         *
         * @param socket the connection
         * @throws IOException if the connection ends, which is nothing unusual
         */
        void serve(Socket socket) throws IOException;
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }
}
