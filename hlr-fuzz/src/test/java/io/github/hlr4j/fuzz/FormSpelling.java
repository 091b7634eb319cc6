package io.github.hlr4j.fuzz;

import io.github.hlr4j.callback.FormNotificationDecoder;
import io.github.hlr4j.spi.NotificationDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A form. */
final class FormSpelling implements Spelling {

    private final NotificationDecoder decoder = new FormNotificationDecoder();

    @Override
    public NotificationDecoder decoder() {
        return decoder;
    }

    @Override
    public String of(List<Map<String, String>> results) {
        return results.get(0).entrySet().stream()
                .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    @Override
    public boolean isTold(byte firstVisible) {
        return firstVisible != '{' && firstVisible != '[' && firstVisible != '<';
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
