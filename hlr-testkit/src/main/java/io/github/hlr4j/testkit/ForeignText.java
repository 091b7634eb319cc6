package io.github.hlr4j.testkit;

import java.util.regex.Pattern;

/** Makes text that somebody sent fit for logs and messages. */
final class ForeignText {

    private static final Pattern TOKEN = Pattern.compile("h1[A-Za-z0-9_-]{51}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{7,}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private ForeignText() {}

    /** On one line, whatever the text wants a terminal to do. */
    static String line(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ");
    }

    /** With asterisks for callback tokens. */
    static String withoutTokens(String text) {
        return TOKEN.matcher(text).replaceAll("***");
    }

    /** With asterisks for callback tokens and for what may be a phone number, on one line of limited length. */
    static String shortened(String text, int length) {
        String masked = line(NUMBER.matcher(withoutTokens(text)).replaceAll("***"));
        return masked.length() <= length ? masked : masked.substring(0, length) + "...";
    }
}
