package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Sends to a {@link Turnstile} as often as the quota of a ledger lets it, on a few threads, until it is killed. */
public final class QuotaProcess {

    private static final int THREADS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private QuotaProcess() {}

    /** A request. */
    @FunctionalInterface
    interface Sending {

        /** Returns when it is answered. */
        void post() throws IOException;
    }

    /**
     * Prints {@code sending} when it does.
     *
     * @param arguments the URL of the ledger, the requests of a window, the milliseconds of a window, the port of the turnstile, and
     *     where to stop
     */
    public static void main(String[] arguments) {
        Rate rate = new Rate(Integer.parseInt(arguments[1]), Duration.ofMillis(Long.parseLong(arguments[2])));
        int port = Integer.parseInt(arguments[3]);
        StopPoints stops = StopPoints.parse(arguments[4]);
        try (Ledger ledger = new LedgerPlace(arguments[0]).open(stops)) {
            RequestQuota quota = ledger.quota(rate);
            CompletableFuture<?>[] senders = IntStream.range(0, THREADS)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> send(quota, port, stops), QuotaProcess::start))
                    .toArray(CompletableFuture<?>[]::new);
            System.out.println("sending");
            CompletableFuture.anyOf(senders).join();
        }
    }

    private static void start(Runnable sender) {
        new Thread(sender, "sender").start();
    }

    private static void send(RequestQuota quota, int port, StopPoints stops) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Sending sending = stops.around(Sending.class, () -> passThrough(socket));
            while (true) {
                Permit permit = quota.acquire(PATIENCE);
                sending.post();
                permit.release(Usage.ANSWERED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void passThrough(Socket socket) throws IOException {
        socket.getOutputStream().write(0);
        if (socket.getInputStream().read() < 0) {
            throw new IOException("the turnstile is closed");
        }
    }
}
