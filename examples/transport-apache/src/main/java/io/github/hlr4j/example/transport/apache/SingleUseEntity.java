package io.github.hlr4j.example.transport.apache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A request body that knows whether the request may have left, can be withdrawn before, and leaves once at the most.
 *
 * <p>The head of a request says how long its body is, so it cannot be written before {@link #getContentLength()} was
 * asked. Until then nothing of the request is on the wire; connections are made, and TLS is spoken, before. A body that
 * was withdrawn refuses the question, and so does one that was written already.
 */
final class SingleUseEntity extends HttpEntityWrapper {

    private State state = State.HELD;

    private enum State {
        HELD,
        LEAVING,
        WRITTEN,
        WITHDRAWN
    }

    SingleUseEntity(byte[] body) {
        super(new ByteArrayEntity(body, null));
    }

    /** Takes the request back, if that is still possible: true means that nothing of it left or ever will. */
    synchronized boolean withdraw() {
        if (state == State.HELD) {
            state = State.WITHDRAWN;
        }
        return state == State.WITHDRAWN;
    }

    /** Whoever repeats requests asks this first: a retry strategy, a redirect, an answer to a status 401. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        advanceTo(State.LEAVING);
        return super.getContentLength();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        advanceTo(State.WRITTEN);
        super.writeTo(out);
    }

    @Override
    public InputStream getContent() throws IOException {
        advanceTo(State.WRITTEN);
        return super.getContent();
    }

    private synchronized void advanceTo(State next) {
        if (state == State.WITHDRAWN || state == State.WRITTEN) {
            throw new IllegalStateException(
                    "the request was " + (state == State.WITHDRAWN ? "withdrawn" : "sent already"));
        }
        state = next;
    }
}
