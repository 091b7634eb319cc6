package io.github.hlr4j.client;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.Tag;
import io.github.hlr4j.VerificationRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the body of a request: one flat JSON object of strings (D05, A01). */
final class RequestBody {

    private static final int FIXED_LENGTH = 256;
    private static final int LENGTH_PER_NUMBER = 17;

    private final StringBuilder json;

    private RequestBody(int numbers) {
        this.json = new StringBuilder(FIXED_LENGTH + numbers * LENGTH_PER_NUMBER).append('{');
    }

    static byte[] write(VerificationRequest request, ApiKey key, ReplyFormat format) {
        RequestBody body = new RequestBody(request.numbers().size());
        body.field("apiKey", key.reveal());
        body.field(
                "phoneNumbers",
                request.numbers().stream().map(PhoneNumber::e164).collect(Collectors.joining(",")));
        request.tag().map(Tag::value).ifPresent(tag -> body.field("tag", tag));
        request.notifyUrl().map(URI::toASCIIString).ifPresent(url -> body.field("notifyUrl", url));
        body.field("_format", format.wireName());
        return body.json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void field(String name, String value) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        json.append('"');
    }

    private void append(char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ' || Character.isSurrogate(c)) {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            json.append(c);
        }
    }
}
