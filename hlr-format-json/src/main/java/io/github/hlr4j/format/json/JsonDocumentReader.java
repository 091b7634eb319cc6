package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.MalformedBodyException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;

/**
 * Reads one type of document by a JSON-B engine into which its deserializer was built.
 *
 * <p>Whatever the engine throws becomes a {@link MalformedBodyException} without a cause: the messages of engines and
 * parsers repeat the text that they stumbled over.
 */
final class JsonDocumentReader<T> {

    private final Jsonb jsonb;
    private final Class<T> type;

    JsonDocumentReader(JsonbBuilder engine, Class<T> type, JsonbDeserializer<T> deserializer) {
        this.jsonb = engine.withConfig(new JsonbConfig().withDeserializers(deserializer))
                .build();
        this.type = type;
    }

    T read(JsonText text) {
        T value;
        try {
            value = jsonb.fromJson(new StringReader(text.ofOneDocument()), type);
        } catch (RuntimeException e) {
            throw withoutValues(e);
        }
        if (value == null) {
            throw new MalformedBodyException("the JSON value is null");
        }
        return value;
    }

    private static MalformedBodyException withoutValues(RuntimeException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof MalformedBodyException ours) {
                return ours;
            }
            if (t instanceof JsonParsingException syntax) {
                JsonLocation location = syntax.getLocation();
                return new MalformedBodyException(
                        "not JSON at line " + location.getLineNumber() + ", column " + location.getColumnNumber());
            }
        }
        return new MalformedBodyException(
                "not readable as JSON (" + thrown.getClass().getSimpleName() + ")");
    }
}
