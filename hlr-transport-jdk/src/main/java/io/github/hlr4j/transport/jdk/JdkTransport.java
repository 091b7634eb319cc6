package io.github.hlr4j.transport.jdk;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Sends with an {@link HttpClient}, under a deadline of its own: the client's request timeout ends at the headers. */
final class JdkTransport implements HttpTransport {

    private final AtomicReference<HttpClient> open;
    private final AutoCloseable release;

    JdkTransport(HttpClient client, AutoCloseable release) {
        this.open = new AtomicReference<>(client);
        this.release = release;
    }

    @Override
    public HttpReply post(HttpPost post) {
        long start = System.nanoTime();
        SingleUseBody body = new SingleUseBody(post.body());
        Failures failures = new Failures(post, body);
        CompletableFuture<Supplier<HttpReply>> arrival = new CompletableFuture<>();
        CompletableFuture<?> exchange = send(post, body, failures, arrival);
        try {
            long left = TimeUnit.NANOSECONDS.convert(post.timeout()) - (System.nanoTime() - start);
            return arrival.get(left, TimeUnit.NANOSECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(exchange, failures.interrupted(e));
        } catch (TimeoutException e) {
            throw abandon(exchange, failures.deadlinePassed(e));
        } catch (ExecutionException e) {
            throw abandon(exchange, failures.broken(e.getCause()));
        }
    }

    @Override
    public void close() {
        if (open.getAndSet(null) == null) {
            return;
        }
        try {
            release.close();
        } catch (Exception e) {
            throw new HlrException("The HTTP client could not be closed", e);
        }
    }

    @Override
    public String toString() {
        return "JdkTransport[" + (open.get() == null ? "closed" : "open") + "]";
    }

    /**
     * Sends, and completes the arrival with the last byte of the reply or with the failure of the exchange.
     *
     * <p>The future of the client would complete in a thread that is started for it, on a machine with few cores; that
     * takes longer than a whole call. It needs none where somebody completed it before.
     */
    private CompletableFuture<?> send(
            HttpPost post, SingleUseBody body, Failures failures, CompletableFuture<Supplier<HttpReply>> arrival) {
        if (!isUsable(post.uri())) {
            throw failures.unusableAddress();
        }
        HttpClient client = open.get();
        if (client == null) {
            throw failures.closed();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw failures.interrupted(null);
        }
        try {
            CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                    request(post, body),
                    head -> new CappedBody(post.maxReplyBytes(), bytes -> arrival.complete(() -> reply(head, bytes))));
            CompletableFuture<?> unused = arrival.thenRun(() -> exchange.complete(null));
            return exchange.whenComplete((ignored, failure) -> {
                if (failure != null) {
                    arrival.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            throw failures.broken(e);
        }
    }

    private static boolean isUsable(URI uri) {
        String scheme = uri.getScheme();
        return uri.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
    }

    private static HttpRequest request(HttpPost post, SingleUseBody body) {
        return HttpRequest.newBuilder(post.uri())
                .version(Version.HTTP_1_1)
                .header("Content-Type", post.contentType())
                .header("Accept", post.accept())
                .POST(body)
                .build();
    }

    private static HttpReply reply(ResponseInfo head, byte[] body) {
        Map<String, String> firstValues = new LinkedHashMap<>();
        head.headers().map().forEach((name, values) -> firstValues.put(name, values.get(0)));
        return new HttpReply(head.statusCode(), firstValues, body);
    }

    /**
     * Ends the connection of an exchange that failed.
     *
     * <p>A failed exchange cannot be cancelled, and where the reply was not HTTP the client would keep its connection for
     * ever; a future derived from it can. That is done in a thread of its own, because the client's locks may be held far
     * beyond the caller's deadline.
     */
    private static TransportException abandon(CompletableFuture<?> exchange, TransportException failure) {
        CompletableFuture<?> cancelable = exchange.newIncompleteFuture();
        Thread thread = new Thread(() -> cancelable.cancel(true), "hlr-transport-jdk-abandon");
        thread.setDaemon(true);
        thread.start();
        return failure;
    }
}
