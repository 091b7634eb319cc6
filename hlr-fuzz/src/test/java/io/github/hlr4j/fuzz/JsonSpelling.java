package io.github.hlr4j.fuzz;

import io.github.hlr4j.format.json.JsonFormat;
import io.github.hlr4j.spi.NotificationDecoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An array of objects. */
final class JsonSpelling implements Spelling {

    private final NotificationDecoder decoder = JsonFormat.create().notificationDecoder();

    @Override
    public NotificationDecoder decoder() {
        return decoder;
    }

    @Override
    public String of(List<Map<String, String>> results) {
        return results.stream().map(JsonSpelling::object).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public boolean isTold(byte firstVisible) {
        return firstVisible == '{' || firstVisible == '[';
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> Spelt.json(field.getKey()) + ":" + Spelt.json(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
