package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyText;
import java.nio.charset.StandardCharsets;

/**
 * A body as text, and the checks that no engine makes: that one object or array is all there is, closed and not too deep.
 *
 * <p>They come first because engines read no further than the end of the value, and because parsers differ in what they
 * do at a text that ends too early.
 */
final class JsonText {

    static final int MAX_DEPTH = 8;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;

    private JsonText(String decoded) {
        this.text = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }

    /** Bytes that are not UTF-8 are an error. */
    static JsonText strict(byte[] body) {
        return new JsonText(ReplyText.utf8(body));
    }

    /** Bytes that are not UTF-8 become replacement characters. */
    static JsonText tolerant(byte[] body) {
        return new JsonText(new String(body, StandardCharsets.UTF_8));
    }

    /** The text, if it holds nothing behind its first object or array; whether that is JSON at all, the parser says. */
    String ofOneDocument() {
        for (int i = endOfDocument(); i < text.length(); i++) {
            if (!isWhiteSpace(text.charAt(i))) {
                throw new MalformedBodyException("there is text behind the JSON value");
            }
        }
        return text;
    }

    private int endOfDocument() {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                i += c == '\\' ? 1 : 0;
            } else if (c == '{' || c == '[') {
                depth = deeper(depth);
            } else if ((c == '}' || c == ']') && --depth <= 0) {
                return i + 1;
            }
        }
        throw new MalformedBodyException("the body ends before a JSON object or array does");
    }

    private static int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw new MalformedBodyException("the JSON value is nested deeper than " + MAX_DEPTH);
        }
        return depth + 1;
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
