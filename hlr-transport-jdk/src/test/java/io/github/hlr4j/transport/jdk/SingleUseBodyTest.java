package io.github.hlr4j.transport.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

final class SingleUseBodyTest {

    private final SingleUseBody body = new SingleUseBody("abc".getBytes(StandardCharsets.US_ASCII));

    @Test
    void aBodyThatNobodyAskedForCanBeWithdrawnAndThenNeverLeaves() {
        assertThat(body.withdraw()).isTrue();
        assertThat(body.withdraw()).isTrue();
        assertThatThrownBy(body::contentLength).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> body.subscribe(collecting(BodySubscribers.replacing(""))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBodyWhoseLengthWasAskedCannotBeWithdrawn() {
        assertThat(body.contentLength()).isEqualTo(3);
        assertThat(body.contentLength()).isEqualTo(3);
        assertThat(body.withdraw()).isFalse();
    }

    @Test
    void aBodyIsHandedOverOnce() {
        BodySubscriber<String> first = BodySubscribers.ofString(StandardCharsets.US_ASCII);
        body.subscribe(collecting(first));
        assertThat(first.getBody().toCompletableFuture().join()).isEqualTo("abc");
        assertThat(body.withdraw()).isFalse();
        assertThatThrownBy(body::contentLength).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> body.subscribe(collecting(first))).isInstanceOf(IllegalStateException.class);
    }

    private static Subscriber<ByteBuffer> collecting(BodySubscriber<String> whole) {
        return new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                whole.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                whole.onNext(List.of(bytes));
            }

            @Override
            public void onError(Throwable failure) {
                whole.onError(failure);
            }

            @Override
            public void onComplete() {
                whole.onComplete();
            }
        };
    }
}
