package io.github.hlr4j;

import java.util.regex.Pattern;

/** Makes foreign text fit for logs. */
final class Masking {

    private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\s\\u00A0\\u202F.()/-]*+\\d){6,}+");
    private static final Pattern TOKEN = Pattern.compile("h1[A-Za-z0-9_-]{51}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Masking() {}

    /** Replaces callback tokens and whatever may be a phone number by asterisks, and line breaks by blanks. */
    static String secrets(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        return DIGITS.matcher(TOKEN.matcher(line).replaceAll("*******")).replaceAll("*******");
    }
}
