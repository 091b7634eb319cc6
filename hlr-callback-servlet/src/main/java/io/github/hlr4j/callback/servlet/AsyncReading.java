package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a body as it arrives, without holding a thread while nothing does.
 *
 * <p>End, limit, timeout and failure all lead to {@link #finish}; the first of them decides.
 */
final class AsyncReading implements ReadListener, AsyncListener {

    private final Exchange exchange;
    private final Admission.Admitted admitted;
    private final Body body;
    private final AtomicBoolean finished = new AtomicBoolean();
    private AsyncContext context;
    private ServletInputStream input;

    AsyncReading(Exchange exchange, Admission.Admitted admitted) {
        this.exchange = exchange;
        this.admitted = admitted;
        this.body = new Body(admitted.maxBytes());
    }

    void start(Duration timeout) {
        context = exchange.startAsync();
        context.setTimeout(timeout.toMillis());
        context.addListener(this);
        try {
            input = exchange.input();
            input.setReadListener(this);
        } catch (IOException e) {
            onError(e);
        } catch (RuntimeException e) {
            finish(() -> exchange.answerFailure(e));
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!body.isBeyondLimit() && input.isReady()) {
            if (!body.readFrom(input)) {
                return;
            }
        }
        if (body.isBeyondLimit()) {
            handOver();
        }
    }

    @Override
    public void onAllDataRead() {
        handOver();
    }

    @Override
    public void onError(Throwable failure) {
        finish(() -> exchange.answerUnread(admitted.lost(ReadFailure.answerTo(failure))));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        finish(() -> exchange.answerUnread(admitted.lost(CallbackResponse.TIMED_OUT)));
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    @Override
    public void onComplete(AsyncEvent event) {}

    private void handOver() {
        finish(() -> exchange.answer(admitted, body));
    }

    private void finish(Runnable answer) {
        if (finished.compareAndSet(false, true)) {
            answer.run();
            context.complete();
        }
    }
}
