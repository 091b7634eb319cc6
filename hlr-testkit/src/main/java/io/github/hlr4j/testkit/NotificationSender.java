package io.github.hlr4j.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Posts results in the background, and posts again after a failure that may pass: an answer of the family 5xx, or none
 * within ten seconds.
 */
final class NotificationSender implements AutoCloseable {

    private static final int THREADS = 32;
    private static final int SERVER_ERROR = 500;
    private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

    private final NotificationQueue queue;
    private final List<Thread> threads;
    private final ExecutorService clientThreads = Executors.newCachedThreadPool(NotificationSender::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(ANSWER_TIME)
            .executor(clientThreads)
            .build();

    NotificationSender(NotificationQueue queue) {
        this.queue = queue;
        this.threads =
                Stream.generate(() -> daemon(this::deliverAll)).limit(THREADS).toList();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-sms-partner-notifications");
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        clientThreads.shutdownNow();
    }

    private void deliverAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                deliver(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Notification notification) throws InterruptedException {
        Optional<URI> target = notification.run().target();
        if (target.isEmpty() || notification.isLost()) {
            queue.finish(notification, OptionalInt.empty());
            return;
        }
        int attempts = notification.countAttempt();
        OptionalInt answer = post(target.get(), notification);
        List<Duration> pauses = notification.run().scenario().pauses();
        if (mayPass(answer) && attempts <= pauses.size()) {
            queue.tryAgain(notification, pauses.get(attempts - 1));
        } else {
            queue.finish(notification, answer);
        }
    }

    /** Blocks, because on a machine with few cores the client starts a thread for each exchange that it completes later. */
    private OptionalInt post(URI target, Notification notification) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(ANSWER_TIME)
                .header("Content-Type", notification.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(notification.body()))
                .build();
        try {
            return OptionalInt.of(
                    client.send(request, head -> discardingInTime()).statusCode());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("the server is closed");
        }
    }

    /** The timeout of a request ends at the head of the answer. */
    private static BodySubscriber<Void> discardingInTime() {
        BodySubscriber<Void> body = BodySubscribers.discarding();
        CompletableFuture<Void> unused =
                body.getBody().toCompletableFuture().orTimeout(ANSWER_TIME.toSeconds(), TimeUnit.SECONDS);
        return body;
    }

    private static boolean mayPass(OptionalInt answer) {
        return answer.isEmpty() || answer.getAsInt() >= SERVER_ERROR;
    }
}
