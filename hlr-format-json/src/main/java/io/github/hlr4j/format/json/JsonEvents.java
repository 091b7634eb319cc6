package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.MalformedBodyException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.Set;

/**
 * Walks the events of a parser one by one.
 *
 * <p>A JSON-B deserializer starts behind the first event of its value, and Yasson's parser cannot be asked which that was.
 * It shows in the second: a name or an end of an object follows the start of an object and nothing else.
 *
 * <p>The parser's own {@code skipObject}, {@code skipArray} and {@code getObject} are not used: on an object that never
 * ends they never end either.
 */
final class JsonEvents {

    private static final Set<Event> STARTS = Set.of(Event.START_OBJECT, Event.START_ARRAY);
    private static final Set<Event> ENDS = Set.of(Event.END_OBJECT, Event.END_ARRAY);

    /** Takes the value of one member; returns with the parser at the last event of that value. */
    @FunctionalInterface
    interface MemberReader {
        void read(String name, Event value);
    }

    private JsonEvents() {}

    /** Reads the members of the object at whose start the parser is, up to its end. */
    static void forEachMember(JsonParser parser, MemberReader reader) {
        forEachMember(parser, next(parser), reader);
    }

    /** Reads the members of an object of which the first event after its start was taken already. */
    static void forEachMember(JsonParser parser, Event first, MemberReader reader) {
        for (Event event = first; event != Event.END_OBJECT; event = next(parser)) {
            require(Event.KEY_NAME, event, "there is no JSON object where one is expected");
            String name = parser.getString();
            reader.read(name, next(parser));
        }
    }

    /** Passes over the value at whose first event the parser is. */
    static void skip(JsonParser parser, Event value) {
        int depth = STARTS.contains(value) ? 1 : 0;
        while (depth > 0) {
            Event event = next(parser);
            depth += STARTS.contains(event) ? 1 : 0;
            depth -= ENDS.contains(event) ? 1 : 0;
        }
    }

    /** Whether an event is the first one after the start of an object. */
    static boolean followsStartOfObject(Event first) {
        return first == Event.KEY_NAME || first == Event.END_OBJECT;
    }

    static Event next(JsonParser parser) {
        if (!parser.hasNext()) {
            throw new MalformedBodyException("the JSON value is not complete");
        }
        return parser.next();
    }

    static void require(Event expected, Event found, String message) {
        if (found != expected) {
            throw new MalformedBodyException(message);
        }
    }
}
