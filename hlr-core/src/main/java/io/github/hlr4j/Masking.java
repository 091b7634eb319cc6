package io.github.hlr4j;

import java.util.regex.Pattern;

/** Makes foreign text fit for logs. */
final class Masking {

    private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\s\\u00A0\\u202F.()/-]*\\d){6,}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Masking() {}

    /** Replaces whatever may be a phone number by asterisks, and line breaks by blanks. */
    static String phoneNumbers(String text) {
        return DIGITS.matcher(CONTROLS.matcher(text).replaceAll(" ")).replaceAll("*******");
    }
}
