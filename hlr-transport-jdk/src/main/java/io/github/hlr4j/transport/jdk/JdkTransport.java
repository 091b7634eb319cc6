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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

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
        CompletableFuture<HttpResponse<byte[]>> exchange = send(post, body, failures);
        try {
            long left = TimeUnit.NANOSECONDS.convert(post.timeout()) - (System.nanoTime() - start);
            return reply(exchange.get(left, TimeUnit.NANOSECONDS));
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

    private CompletableFuture<HttpResponse<byte[]>> send(HttpPost post, SingleUseBody body, Failures failures) {
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
            return client.sendAsync(request(post, body), ignored -> new CappedBody(post.maxReplyBytes()));
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

    private static HttpReply reply(HttpResponse<byte[]> response) {
        Map<String, String> firstValues = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> firstValues.put(name, values.get(0)));
        return new HttpReply(response.statusCode(), firstValues, response.body());
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
