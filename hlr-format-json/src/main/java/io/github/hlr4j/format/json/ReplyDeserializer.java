package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.SubmissionReply;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/** Reads a reply event by event, so that nothing is converted, repeated or left out unseen. */
final class ReplyDeserializer implements JsonbDeserializer<SubmissionReply> {

    @Override
    public SubmissionReply deserialize(JsonParser parser, DeserializationContext context, Type type) {
        ReplyFields fields = new ReplyFields(parser);
        JsonEvents.forEachMember(parser, fields::read);
        return fields.toReply();
    }
}
