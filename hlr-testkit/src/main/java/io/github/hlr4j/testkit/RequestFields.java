package io.github.hlr4j.testkit;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.MalformedBodyException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request (D02, D03, D05).
 *
 * @param readable whether the body was one JSON object; all other fields are empty where it was not
 * @param replyFormat the format of the reply, {@code JSON} where none is asked for
 */
record RequestFields(
        boolean readable,
        Optional<String> apiKey,
        Optional<String> phoneNumbers,
        Optional<String> tag,
        Optional<String> notifyUrl,
        ReplyFormat replyFormat) {

    static RequestFields read(byte[] body, Optional<String> formatInQuery) {
        try {
            return of(true, FlatJson.read(utf8(body)), formatInQuery);
        } catch (MalformedBodyException e) {
            return of(false, Map.of(), formatInQuery);
        }
    }

    private static RequestFields of(boolean readable, Map<String, String> fields, Optional<String> formatInQuery) {
        return new RequestFields(
                readable,
                filled(fields, "apiKey"),
                filled(fields, "phoneNumbers"),
                filled(fields, "tag"),
                filled(fields, "notifyUrl"),
                format(filled(fields, "_format").or(() -> formatInQuery)));
    }

    private static Optional<String> filled(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    private static ReplyFormat format(Optional<String> name) {
        return name.filter(ReplyFormat.XML.wireName()::equals).isPresent() ? ReplyFormat.XML : ReplyFormat.JSON;
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedBodyException("not UTF-8", e);
        }
    }
}
