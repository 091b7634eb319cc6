package io.github.hlr4j;

import java.util.Objects;

/**
 * A phone number in international form, E.164: a plus, a country code and the rest, 7 to 15 digits in all (D02, W06).
 *
 * <p>Only the shape is checked. Whether the number exists is the question that the service answers, and lengths are
 * not checked by country: numbering plans change more often than libraries are updated.
 *
 * @param e164 the number as sent on the wire, for example {@code +33639980001}
 */
public record PhoneNumber(String e164) {

    static final int MIN_DIGITS = 7;
    static final int MAX_DIGITS = 15;

    /**
     * Accepts a number that already is E.164.
     *
     * @throws InvalidInputException if it is not; {@link #parse} reads other spellings
     */
    public PhoneNumber {
        Objects.requireNonNull(e164, "e164");
        if (!PhoneNumberParser.isCanonical(e164)) {
            throw new InvalidInputException("a phone number in E.164 is a plus and 7 to 15 digits that do not begin"
                    + " with 0; PhoneNumber.parse reads other spellings");
        }
    }

    /**
     * Reads the spellings that people use for an international number.
     *
     * <p>The number begins with {@code +} or {@code 00}. Blanks of any width, dots, hyphens and dashes, slashes and
     * parentheses between digits are dropped, so are invisible marks that come along with a copied number, and a
     * {@code (0)} after the country code. Everything else is refused, national numbers included: guessing a country
     * would cost money.
     *
     * @param text for example {@code +33 6 39 98 00 01}, {@code 0033.639.980.001} or {@code +33 (0)6 39 98 00 01}
     * @return the number
     * @throws InvalidInputException if the text is anything else; the message names the first wrong character and its
     *     position, counted from 1, and never the number
     */
    public static PhoneNumber parse(String text) {
        return new PhoneNumber(PhoneNumberParser.normalise(Objects.requireNonNull(text, "text")));
    }

    /**
     * The number with all but its first two and last two digits masked, fit for logs.
     *
     * @return for example {@code +33*******01}
     */
    @Override
    public String toString() {
        int length = e164.length();
        return e164.substring(0, 3) + "*".repeat(length - 5) + e164.substring(length - 2);
    }
}
