package io.github.hlr4j.it.wrong.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the whole tree and takes what is in it: as many results and fields, as deep, and the last of two texts. */
final class BareJson implements NotificationDecoder {

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        try (JsonReader reader = readers.createReader(new StringReader(new String(body, UTF_8)))) {
            JsonStructure read = reader.read();
            return read.getValueType() == ValueType.ARRAY
                    ? read.asJsonArray().stream().map(BareJson::fields).toList()
                    : List.of(fields(read));
        } catch (JsonException e) {
            throw new MalformedBodyException("not JSON");
        }
    }

    private static Map<String, String> fields(JsonValue result) {
        Map<String, String> fields = new HashMap<>();
        result.asJsonObject().forEach((name, value) -> {
            if (value != JsonValue.NULL) {
                fields.put(name, value instanceof JsonString text ? text.getString() : value.toString());
            }
        });
        return fields;
    }
}
