package io.github.hlr4j.callback.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a body as they arrive, up to one byte beyond a limit.
 *
 * <p>It grows with what arrived and not with what was announced, so that announcing costs the sender as much as the
 * receiver.
 */
final class Body {

    private static final int INITIAL_BYTES = 1024;

    private final int maxBytes;
    private byte[] bytes;
    private int length;

    Body(int maxBytes) {
        this.maxBytes = maxBytes;
        this.bytes = new byte[Math.min(INITIAL_BYTES, maxBytes + 1)];
    }

    /** Reads once; false at the end of the stream. */
    boolean readFrom(InputStream input) throws IOException {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, maxBytes + 1));
        }
        int read = input.read(bytes, length, bytes.length - length);
        length += Math.max(0, read);
        return read >= 0;
    }

    boolean isBeyondLimit() {
        return length > maxBytes;
    }

    boolean isEmpty() {
        return length == 0;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
