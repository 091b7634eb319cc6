package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.MalformedBodyException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the numbers of a reply from their text: no sign, no exponent, nothing rounded or wrapped. */
final class ExactNumbers {

    private static final int MAX_LENGTH = 20;
    private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    private ExactNumbers() {}

    static int integer(String name, String text) {
        if (INTEGER.matcher(text).matches() && Long.parseLong(text) <= Integer.MAX_VALUE) {
            return Integer.parseInt(text);
        }
        throw new MalformedBodyException(name + " is not a whole number from 0 to " + Integer.MAX_VALUE);
    }

    static BigDecimal decimal(String name, String text) {
        if (text.length() <= MAX_LENGTH && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new MalformedBodyException(
                name + " is not a plain decimal number of at most " + MAX_LENGTH + " characters");
    }
}
