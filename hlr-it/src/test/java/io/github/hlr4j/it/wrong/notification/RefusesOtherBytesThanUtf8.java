package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.spi.ReplyText;
import java.util.List;
import java.util.Map;

/**
 * Is as strict as with money, and loses a result for one letter of its description.
 *
 * @param right reads what is UTF-8
 */
record RefusesOtherBytesThanUtf8(NotificationDecoder right) implements NotificationDecoder {

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        ReplyText.utf8(body);
        return right.decode(body);
    }
}
