package io.github.hlr4j.testkit;

import io.github.hlr4j.spi.MalformedBodyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON object (RFC 8259) into the texts of its members; of a member that occurs twice the last one counts.
 *
 * <p>Numbers and booleans are kept as they are written, so are nested values; a member that is null is left out.
 */
final class FlatJson {

    private static final int MAX_DEPTH = 32;
    private static final int HEX = 16;
    private static final int UNICODE_ESCAPE = 4;
    private static final Pattern LITERAL =
            Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private final String text;
    private int position;

    private FlatJson(String text) {
        this.text = text;
    }

    static Map<String, String> read(String text) {
        FlatJson json = new FlatJson(text);
        Map<String, String> members = json.object(1);
        json.skipBlanks();
        if (json.position < text.length()) {
            throw json.malformed();
        }
        return members;
    }

    private Map<String, String> object(int depth) {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (!skip('}')) {
            do {
                skipBlanks();
                String name = string();
                expect(':');
                String value = value(depth);
                members.remove(name);
                if (value != null) {
                    members.put(name, value);
                }
            } while (skip(','));
            expect('}');
        }
        return members;
    }

    private String value(int depth) {
        skipBlanks();
        int start = position;
        switch (peek()) {
            case '"' -> {
                return string();
            }
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            default -> {
                String literal = literal();
                return literal.equals("null") ? null : literal;
            }
        }
        return text.substring(start, position);
    }

    private void array(int depth) {
        expect('[');
        if (!skip(']')) {
            do {
                value(depth);
            } while (skip(','));
            expect(']');
        }
    }

    private int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw malformed();
        }
        return depth + 1;
    }

    private String literal() {
        Matcher matcher = LITERAL.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw malformed();
        }
        position = matcher.end();
        return matcher.group();
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw malformed();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < UNICODE_ESCAPE; i++) {
            int digit = Character.digit(next(), HEX);
            if (digit < 0) {
                throw malformed();
            }
            code = code * HEX + digit;
        }
        return (char) code;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw malformed();
        }
    }

    private boolean skip(char c) {
        skipBlanks();
        boolean found = peek() == c;
        if (found) {
            position++;
        }
        return found;
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() {
        if (position == text.length()) {
            throw malformed();
        }
        return text.charAt(position);
    }

    private char next() {
        char c = peek();
        position++;
        return c;
    }

    private MalformedBodyException malformed() {
        return new MalformedBodyException("not a JSON object at character " + (position + 1));
    }
}
