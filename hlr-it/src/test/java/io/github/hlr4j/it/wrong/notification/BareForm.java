package io.github.hlr4j.it.wrong.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.spi.NotificationDecoder;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits and unescapes with what the JDK has: no limit, the last of two texts, and an exception of its own. */
final class BareForm implements NotificationDecoder {

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return List.of(fields);
    }
}
