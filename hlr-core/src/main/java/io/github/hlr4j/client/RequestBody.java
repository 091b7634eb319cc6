package io.github.hlr4j.client;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.VerificationRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Writes the body of a request: one flat JSON object of strings (D05, A01).
 *
 * <p>Its numbers, which are most of it, need no escapes and go straight into the array that is sent.
 */
final class RequestBody {

    private RequestBody() {}

    static byte[] write(VerificationRequest request, ApiKey key, ReplyFormat format) {
        byte[] head = utf8("{" + member("apiKey", key.reveal()) + ",\"phoneNumbers\":\"");
        StringBuilder rest = new StringBuilder("\"");
        request.tag().map(Tag::value).ifPresent(tag -> rest.append(',').append(member("tag", tag)));
        request.notifyUrl()
                .map(URI::toASCIIString)
                .ifPresent(url -> rest.append(',').append(member("notifyUrl", url)));
        byte[] tail = utf8(rest + "," + member("_format", format.wireName()) + "}");

        List<PhoneNumber> numbers = request.numbers();
        int commas = numbers.size() - 1;
        int digits = numbers.stream().mapToInt(number -> number.e164().length()).sum();
        ByteBuffer body = ByteBuffer.allocate(head.length + digits + commas + tail.length);
        body.put(head);
        putNumbers(body, numbers);
        return body.put(tail).array();
    }

    private static void putNumbers(ByteBuffer body, List<PhoneNumber> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                body.put((byte) ',');
            }
            String number = numbers.get(i).e164();
            for (int j = 0; j < number.length(); j++) {
                body.put((byte) number.charAt(j));
            }
        }
    }

    private static String member(String name, String value) {
        StringBuilder json = new StringBuilder("\"" + name + "\":\"");
        for (int i = 0; i < value.length(); i++) {
            append(json, value.charAt(i));
        }
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c)) {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            json.append(c);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
