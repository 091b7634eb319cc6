package io.github.hlr4j.it.wrong.reply;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads a number into 32 bits, whatever of it they hold. */
final class WrapsOverflows implements UnaryOperator<String> {

    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\d.])\\d{10,20}(?![\\d.])");

    @Override
    public String apply(String body) {
        return LONG_NUMBER
                .matcher(body)
                .replaceAll(number -> String.valueOf(new BigInteger(number.group()).intValue()));
    }
}
