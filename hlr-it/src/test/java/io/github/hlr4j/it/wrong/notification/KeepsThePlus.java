package io.github.hlr4j.it.wrong.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;

/**
 * Unescapes a form as if it were an address, where a plus is a plus.
 *
 * @param right reads the form after that
 */
record KeepsThePlus(NotificationDecoder right) implements NotificationDecoder {

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        return right.decode(new String(body, ISO_8859_1).replace("+", "%2B").getBytes(ISO_8859_1));
    }
}
