package io.github.hlr4j.spi;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The checks of text that every {@link ReplyDecoder} makes, so that all formats believe the same replies. */
public final class ReplyText {

    private static final int MAX_LENGTH = 20;
    private static final int MAX_INTEGER_DIGITS = 10;
    private static final char REPLACEMENT = '\uFFFD';

    private ReplyText() {}

    /**
     * Decodes a body as UTF-8, without replacing anything.
     *
     * @param body the bytes; a byte order mark is kept
     * @return the text
     * @throws MalformedBodyException if the bytes are not UTF-8
     */
    public static String utf8(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        // Only where this sign stands can something have been replaced; a body may also hold the sign itself.
        return text.indexOf(REPLACEMENT) < 0 ? text : strictUtf8(body);
    }

    /**
     * Reads a whole number: digits alone, no sign, no leading zero, nothing rounded or wrapped.
     *
     * @param field what it is, for the message
     * @param text the number's text
     * @return 0 to {@link Integer#MAX_VALUE}
     * @throws MalformedBodyException if the text is anything else
     */
    public static int integer(String field, String text) {
        if (text.length() <= MAX_INTEGER_DIGITS && isWhole(text, text.length())) {
            long number = Long.parseLong(text);
            if (number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw new MalformedBodyException(field + " is not a whole number from 0 to " + Integer.MAX_VALUE);
    }

    /**
     * Reads an amount: digits and perhaps a point, no sign, no exponent, at most 20 characters.
     *
     * @param field what it is, for the message
     * @param text the number's text
     * @return the exact number, zeros at its end kept
     * @throws MalformedBodyException if the text is anything else
     */
    public static BigDecimal decimal(String field, String text) {
        if (text.length() <= MAX_LENGTH) {
            int point = text.indexOf('.');
            if (isWhole(text, point < 0 ? text.length() : point)
                    && (point < 0 || isDigits(text, point + 1, text.length()))) {
                return new BigDecimal(text);
            }
        }
        throw new MalformedBodyException(
                field + " is not a plain decimal number of at most " + MAX_LENGTH + " characters");
    }

    private static String strictUtf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedBodyException("the body is not UTF-8");
        }
    }

    /** Whether a text begins, up to an end, with digits of which the first is 0 only where it is the last. */
    private static boolean isWhole(String text, int end) {
        return isDigits(text, 0, end) && (end == 1 || text.charAt(0) != '0');
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }
}
