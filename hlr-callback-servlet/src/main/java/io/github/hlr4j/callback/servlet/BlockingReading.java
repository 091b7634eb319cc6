package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.spi.Ticker;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/** Reads a body on the container's thread, for deployments without asynchronous support. */
final class BlockingReading {

    private final Exchange exchange;
    private final Admission.Admitted admitted;
    private final Ticker ticker;

    BlockingReading(Exchange exchange, Admission.Admitted admitted, Ticker ticker) {
        this.exchange = exchange;
        this.admitted = admitted;
        this.ticker = ticker;
    }

    void run(Duration timeout) {
        Body body = new Body(admitted.maxBytes());
        try {
            if (readWithin(timeout, body)) {
                exchange.answer(admitted, body);
            } else {
                exchange.answerUnread(admitted.lost(CallbackResponse.TIMED_OUT));
            }
        } catch (IOException e) {
            exchange.answerUnread(admitted.lost(ReadFailure.answerTo(e)));
        } catch (RuntimeException e) {
            exchange.answerFailure(e);
        }
    }

    private boolean readWithin(Duration timeout, Body body) throws IOException {
        long start = ticker.nanos();
        ServletInputStream input = exchange.input();
        while (!body.isBeyondLimit() && body.readFrom(input)) {
            if (ticker.nanos() - start > timeout.toNanos()) {
                return false;
            }
        }
        return true;
    }
}
