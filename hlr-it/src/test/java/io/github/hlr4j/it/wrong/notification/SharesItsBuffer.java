package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;

/** Keeps the body in a field, which another thread may change in the middle. */
final class SharesItsBuffer implements NotificationDecoder {

    private final NotificationDecoder right;
    private volatile byte[] current;

    SharesItsBuffer(NotificationDecoder right) {
        this.right = right;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // lets others in, as a busy machine would
    public List<Map<String, String>> decode(byte[] body) {
        current = body;
        Thread.yield();
        return right.decode(current);
    }
}
