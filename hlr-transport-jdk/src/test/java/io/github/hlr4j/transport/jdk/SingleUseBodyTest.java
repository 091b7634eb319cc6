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
    void a_body_that_nobody_asked_for_can_be_withdrawn_and_then_never_leaves() {
        assertThat(body.withdraw()).isTrue();
        assertThat(body.withdraw()).isTrue();
        assertThatThrownBy(body::contentLength).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> body.subscribe(collecting(BodySubscribers.replacing(""))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_body_whose_length_was_asked_cannot_be_withdrawn() {
        assertThat(body.contentLength()).isEqualTo(3);
        assertThat(body.contentLength()).isEqualTo(3);
        assertThat(body.withdraw()).isFalse();
    }

    @Test
    void a_body_is_handed_over_once() {
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
