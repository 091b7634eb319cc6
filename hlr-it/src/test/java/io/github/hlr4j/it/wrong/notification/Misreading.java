package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Spoils what the right decoder has read.
 *
 * @param right reads the body
 * @param spoil gives other results
 */
record Misreading(NotificationDecoder right, UnaryOperator<List<Map<String, String>>> spoil)
        implements NotificationDecoder {

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        return spoil.apply(right.decode(body));
    }
}
