package io.github.hlr4j.spi;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The checks of text that every {@link ReplyDecoder} makes, so that all formats believe the same replies. */
public final class ReplyText {

    private static final int MAX_LENGTH = 20;
    private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    private ReplyText() {}

    /**
     * Decodes a body as UTF-8, without replacing anything.
     *
     * @param body the bytes; a byte order mark is kept
     * @return the text
     * @throws MalformedBodyException if the bytes are not UTF-8
     */
    public static String utf8(byte[] body) {
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

    /**
     * Reads a whole number: digits alone, no sign, no leading zero, nothing rounded or wrapped.
     *
     * @param field what it is, for the message
     * @param text the number's text
     * @return 0 to {@link Integer#MAX_VALUE}
     * @throws MalformedBodyException if the text is anything else
     */
    public static int integer(String field, String text) {
        if (INTEGER.matcher(text).matches() && Long.parseLong(text) <= Integer.MAX_VALUE) {
            return Integer.parseInt(text);
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
        if (text.length() <= MAX_LENGTH && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new MalformedBodyException(
                field + " is not a plain decimal number of at most " + MAX_LENGTH + " characters");
    }
}
