package io.github.hlr4j.it.store;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Posts results over several connections, as the service would: what was not acknowledged comes again, and what was does
 * not. So nothing hides the loss of what was acknowledged.
 */
final class Load implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int PATIENCE_SECONDS = 60;
    private static final int ACKNOWLEDGED = 204;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger drawn = new AtomicInteger();
    private final Queue<SampleResult> again = new ConcurrentLinkedQueue<>();
    private final Queue<TakenResult> acknowledged = new ConcurrentLinkedQueue<>();

    /** Posts until the receiver is gone; returns when it acknowledged the first result. */
    CompletableFuture<Void> start(ReceiverProcess receiver) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        List<CompletableFuture<Void>> posting = IntStream.range(0, CONNECTIONS)
                .mapToObj(connection -> CompletableFuture.runAsync(() -> postUntilGone(receiver, begun), threads))
                .toList();
        begun.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return CompletableFuture.allOf(posting.toArray(CompletableFuture[]::new));
    }

    int posts() {
        return posts.get();
    }

    /** How many posts were answered otherwise than with 204. */
    int refusals() {
        return refusals.get();
    }

    Collection<TakenResult> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void postUntilGone(ReceiverProcess receiver, CompletableFuture<Void> begun) {
        SampleResult result = next();
        try {
            while (true) {
                if (post(receiver, result) == ACKNOWLEDGED) {
                    acknowledged.add(result.taken());
                    begun.complete(null);
                } else {
                    refusals.incrementAndGet();
                    again.add(result);
                }
                result = next();
            }
        } catch (IOException e) {
            again.add(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SampleResult next() {
        SampleResult unanswered = again.poll();
        return unanswered != null ? unanswered : new SampleResult(drawn.getAndIncrement());
    }

    private int post(ReceiverProcess receiver, SampleResult result) throws IOException, InterruptedException {
        posts.incrementAndGet();
        return http.send(receiver.notification(result), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
