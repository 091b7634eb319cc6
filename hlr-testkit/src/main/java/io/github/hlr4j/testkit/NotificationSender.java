package io.github.hlr4j.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private OptionalInt post(URI target, Notification notification) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", notification.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(notification.body()))
                .build();
        try {
            return answerTo(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("the server is closed");
        }
    }

    private static OptionalInt answerTo(CompletableFuture<HttpResponse<Void>> answer) throws InterruptedException {
        try {
            return OptionalInt.of(
                    answer.get(ANSWER_TIME.toSeconds(), TimeUnit.SECONDS).statusCode());
        } catch (ExecutionException | TimeoutException e) {
            return OptionalInt.empty();
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean mayPass(OptionalInt answer) {
        return answer.isEmpty() || answer.getAsInt() >= SERVER_ERROR;
    }
}
