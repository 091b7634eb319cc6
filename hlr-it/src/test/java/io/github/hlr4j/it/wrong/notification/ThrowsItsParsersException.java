package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;

/**
 * Leaves the exception as it came.
 *
 * @param right throws what is expected
 */
record ThrowsItsParsersException(NotificationDecoder right) implements NotificationDecoder {

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        try {
            return right.decode(body);
        } catch (MalformedBodyException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }
}
