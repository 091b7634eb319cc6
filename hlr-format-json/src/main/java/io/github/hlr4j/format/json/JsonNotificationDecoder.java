package io.github.hlr4j.format.json;

import io.github.hlr4j.format.json.wire.ReceivedResults;
import io.github.hlr4j.spi.NotificationDecoder;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Map;

/** Reads notifications (A03): UTF-8 with its errors replaced, then what {@link ResultsDeserializer} accepts. */
final class JsonNotificationDecoder implements NotificationDecoder {

    private final JsonDocumentReader<ReceivedResults> reader;

    JsonNotificationDecoder(JsonbBuilder engine) {
        this.reader = new JsonDocumentReader<>(engine, ReceivedResults.class, new ResultsDeserializer());
    }

    @Override
    public List<Map<String, String>> decode(byte[] body) {
        return reader.read(JsonText.tolerant(body)).results();
    }
}
