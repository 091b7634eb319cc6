package io.github.hlr4j.testkit.socket;

import io.github.hlr4j.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

    private final ServerSocketFactory sockets;
    private final Handler handler;
    private final InetSocketAddress address;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listener;
    private Socket placeholder;
    private boolean closed;

    private SocketServer(ServerSocketFactory sockets, InetSocketAddress address, Handler handler) throws IOException {
        this.sockets = sockets;
        this.handler = handler;
        this.listener = listen(address);
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
        startAccepting(listener);
    }

    /**
     * Starts to listen.
     *
     * @param sockets makes the socket that listens
     * @param address a host of this machine and a port; 0 takes a free one
     * @param handler serves each connection
     * @return a server that listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static SocketServer start(ServerSocketFactory sockets, InetSocketAddress address, Handler handler) {
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

    /** Refuses connections from now on; those that are open stay open. */
    public synchronized void refuse() {
        if (listener.isClosed()) {
            return;
        }
        closeQuietly(listener);
        placeholder = new Socket();
        try {
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
        } catch (IOException e) {
            // Whoever took the port in this instant has it; connections are not refused by us then.
            closeQuietly(placeholder);
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
            throw new ConfigurationException("port " + port() + " was taken by somebody else meanwhile", e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            closeQuietly(listener);
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
        startThread("accept", () -> acceptFrom(from));
    }

    private void acceptFrom(ServerSocket from) throws IOException {
        while (!from.isClosed()) {
            Socket socket = from.accept();
            open.add(socket);
            startThread("connection-" + connections.incrementAndGet(), () -> serve(from, socket));
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

    private void startThread(String name, Task task) {
        Thread thread = new Thread(() -> runUntilTheEnd(task), "socket-server-" + address.getPort() + "-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
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
