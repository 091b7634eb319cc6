package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import jakarta.json.bind.JsonbBuilder;

/** Reads replies (D06, D08): strict UTF-8, then what {@link ReplyDeserializer} accepts. */
final class JsonReplyDecoder implements ReplyDecoder {

    private final JsonDocumentReader<SubmissionReply> reader;

    JsonReplyDecoder(JsonbBuilder engine) {
        this.reader = new JsonDocumentReader<>(engine, SubmissionReply.class, new ReplyDeserializer());
    }

    @Override
    public SubmissionReply decode(byte[] body) {
        return reader.read(JsonText.strict(body));
    }
}
