package io.github.hlr4j.format.json;

import io.github.hlr4j.format.json.wire.ReceivedResults;
import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.NotificationDecoder;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one result or an array of results (A03): every scalar as its text, null as absent, nested values not at all.
 *
 * <p>Numbers stay the characters they arrived as. Nothing is calculated with them, however long they are.
 */
final class ResultsDeserializer implements JsonbDeserializer<ReceivedResults> {

    @Override
    public ReceivedResults deserialize(JsonParser parser, DeserializationContext context, Type type) {
        Event first = JsonEvents.next(parser);
        return new ReceivedResults(
                JsonEvents.followsStartOfObject(first)
                        ? List.of(readResult(parser, first))
                        : readResults(parser, first));
    }

    private static List<Map<String, String>> readResults(JsonParser parser, Event first) {
        List<Map<String, String>> results = new ArrayList<>();
        for (Event item = first; item != Event.END_ARRAY; item = JsonEvents.next(parser)) {
            JsonEvents.require(Event.START_OBJECT, item, "a notification holds something else than objects");
            if (results.size() == NotificationDecoder.MAX_RESULTS) {
                throw new MalformedBodyException(
                        "a notification with more than " + NotificationDecoder.MAX_RESULTS + " results");
            }
            results.add(readResult(parser, JsonEvents.next(parser)));
        }
        if (results.isEmpty()) {
            throw new MalformedBodyException("a notification without a result");
        }
        return results;
    }

    private static Map<String, String> readResult(JsonParser parser, Event first) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        JsonEvents.forEachMember(parser, first, (name, value) -> {
            if (names.add(name) && names.size() > NotificationDecoder.MAX_FIELDS) {
                throw new MalformedBodyException(
                        "a result with more than " + NotificationDecoder.MAX_FIELDS + " fields");
            }
            readField(parser, fields, name, value);
        });
        if (fields.isEmpty()) {
            throw new MalformedBodyException("a result without a field");
        }
        return fields;
    }

    private static void readField(JsonParser parser, Map<String, String> fields, String name, Event value) {
        switch (value) {
            case VALUE_STRING, VALUE_NUMBER -> put(fields, name, parser.getString());
            case VALUE_TRUE -> put(fields, name, "true");
            case VALUE_FALSE -> put(fields, name, "false");
            default -> JsonEvents.skip(parser, value);
        }
    }

    private static void put(Map<String, String> fields, String name, String text) {
        String earlier = fields.putIfAbsent(name, text);
        if (earlier != null && !earlier.equals(text)) {
            throw new MalformedBodyException("a result with two values of one field");
        }
    }
}
