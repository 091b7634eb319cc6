package io.github.hlr4j.transport.jdk;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** Collects a reply body up to a number of bytes, and says when it is whole; one byte more drops everything, and the connection with it. */
final class CappedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final int maxBytes;
    private final Consumer<byte[]> whole;
    private ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private Subscription subscription;

    CappedBody(int maxBytes, Consumer<byte[]> whole) {
        this.maxBytes = maxBytes;
        this.whole = whole;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (result.isDone()) {
            return;
        }
        int arrived = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
        if (arrived > maxBytes - collected.size()) {
            collected = null;
            subscription.cancel();
            result.completeExceptionally(new ReplyTooLargeException());
        } else {
            buffers.forEach(this::collect);
        }
    }

    @Override
    public void onError(Throwable failure) {
        collected = null;
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (!result.isDone()) {
            byte[] body = collected.toByteArray();
            whole.accept(body);
            result.complete(body);
        }
    }

    private void collect(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        collected.writeBytes(bytes);
    }
}
