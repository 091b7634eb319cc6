package io.github.hlr4j.transport.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

/**
 * A request body that knows whether the request may have left, can be withdrawn before, and leaves once at the most.
 *
 * <p>The head of a request says how long its body is, or that nobody knows, so it cannot be written before
 * {@link #contentLength()} was asked. Until then nothing of the request is on the wire; connections are made, and TLS is
 * spoken, before. A body that was withdrawn refuses the question, and so does one that was handed over already.
 */
final class SingleUseBody implements BodyPublisher {

    private final BodyPublisher bytes;
    private State state = State.HELD;

    private enum State {
        HELD,
        LEAVING,
        HANDED_OVER,
        WITHDRAWN
    }

    SingleUseBody(byte[] body) {
        this.bytes = BodyPublishers.ofByteArray(body);
    }

    /** Takes the request back, if that is still possible: true means that nothing of it left or ever will. */
    synchronized boolean withdraw() {
        if (state == State.HELD) {
            state = State.WITHDRAWN;
        }
        return state == State.WITHDRAWN;
    }

    @Override
    public synchronized long contentLength() {
        advanceTo(State.LEAVING);
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        synchronized (this) {
            advanceTo(State.HANDED_OVER);
        }
        bytes.subscribe(subscriber);
    }

    private void advanceTo(State next) {
        if (state == State.WITHDRAWN || state == State.HANDED_OVER) {
            throw new IllegalStateException(
                    "the request was " + (state == State.WITHDRAWN ? "withdrawn" : "sent already"));
        }
        state = next;
    }
}
