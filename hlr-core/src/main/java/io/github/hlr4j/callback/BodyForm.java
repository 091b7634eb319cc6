package io.github.hlr4j.callback;

import java.util.Locale;
import java.util.Optional;

/**
 * The forms in which a notification may come (A03).
 *
 * <p>The content type can only rule a body out. What the body is, its first byte tells: the vendor's own sample sends JSON
 * under a form's content type.
 */
enum BodyForm {
    FORM(16 * 1024),
    JSON(256 * 1024),
    XML(256 * 1024);

    /** The largest of all limits. */
    static final int MAX_BYTES = 256 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int maxBytes;

    BodyForm(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean holds(byte[] body) {
        return body.length <= maxBytes;
    }

    static BodyForm of(byte[] body) {
        int start = startsWithByteOrderMark(body) ? BYTE_ORDER_MARK.length : 0;
        while (start < body.length && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        if (start == body.length) {
            return FORM;
        }
        return switch (body[start]) {
            case '{', '[' -> JSON;
            case '<' -> XML;
            default -> FORM;
        };
    }

    /** Whether a content type may stand above one of these forms; none at all may. */
    static boolean mayBeReadAs(Optional<String> contentType) {
        String type = contentType
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return switch (type) {
            case "",
                    "application/x-www-form-urlencoded",
                    "application/json",
                    "text/json",
                    "application/xml",
                    "text/xml",
                    "text/plain",
                    "application/octet-stream" -> true;
            default -> type.endsWith("+json") || type.endsWith("+xml");
        };
    }

    private static boolean startsWithByteOrderMark(byte[] body) {
        return body.length >= BYTE_ORDER_MARK.length
                && body[0] == BYTE_ORDER_MARK[0]
                && body[1] == BYTE_ORDER_MARK[1]
                && body[2] == BYTE_ORDER_MARK[2];
    }
}
