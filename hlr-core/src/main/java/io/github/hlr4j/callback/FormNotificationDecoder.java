package io.github.hlr4j.callback;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a notification that comes as a form, {@code application/x-www-form-urlencoded} in UTF-8 (A03): always one result.
 *
 * <p>An escape that is none stays as it is, and bytes that are not UTF-8 become replacement characters: a spoilt
 * description must not cost the result. Safe for concurrent use.
 */
public final class FormNotificationDecoder implements NotificationDecoder {

    /** Creates a decoder. */
    public FormNotificationDecoder() {}

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '&') {
                addPair(fields, body, start, i);
                start = i + 1;
            }
        }
        if (fields.isEmpty()) {
            throw new MalformedBodyException("a form without a field");
        }
        return List.of(fields);
    }

    private static void addPair(Map<String, String> fields, byte[] body, int start, int end) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        if (equals == end) {
            return;
        }
        String name = unescape(body, start, equals).strip();
        String value = unescape(body, equals + 1, end);
        String earlier = fields.putIfAbsent(name, value);
        if (earlier != null && !earlier.equals(value)) {
            throw new MalformedBodyException("a form with two values of one field");
        }
        if (fields.size() > MAX_FIELDS) {
            throw new MalformedBodyException("a form with more than " + MAX_FIELDS + " fields");
        }
    }

    private static String unescape(byte[] body, int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            int escaped = body[i] == '%' && i + 2 < end ? hex(body[i + 1], body[i + 2]) : -1;
            if (escaped >= 0) {
                plain[length++] = (byte) escaped;
                i += 2;
            } else {
                plain[length++] = body[i] == '+' ? (byte) ' ' : body[i];
            }
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }
}
