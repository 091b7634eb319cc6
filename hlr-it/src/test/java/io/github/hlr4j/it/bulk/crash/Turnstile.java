package io.github.hlr4j.it.bulk.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Counts whoever passes, one byte each, and knows nothing of quotas; a byte is answered after it was counted. */
final class Turnstile implements AutoCloseable {

    private final ServerSocket entrance;
    private final List<Long> passed = new ArrayList<>();

    private Turnstile(ServerSocket entrance) {
        this.entrance = entrance;
    }

    static Turnstile open() throws IOException {
        Turnstile turnstile = new Turnstile(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        start(turnstile::letIn);
        return turnstile;
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void letIn() {
        try {
            while (true) {
                Socket visitor = entrance.accept();
                start(() -> letPass(visitor));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void letPass(Socket visitor) {
        try (visitor) {
            for (int read = visitor.getInputStream().read();
                    read >= 0;
                    read = visitor.getInputStream().read()) {
                count();
                visitor.getOutputStream().write(read);
            }
        } catch (IOException e) {
            // Whoever was killed comes no more.
        }
    }

    private synchronized void count() {
        passed.add(System.nanoTime());
    }

    /** Who has passed so far. */
    synchronized Arrivals arrivals() {
        return new Arrivals(passed.stream().mapToLong(Long::longValue).toArray());
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "turnstile");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
