package io.github.hlr4j;

/** Reads the spellings of {@link PhoneNumber#parse} in one pass; positions in messages count characters from 1. */
final class PhoneNumberParser {

    private static final int LONGEST_COUNTRY_CODE = 3;

    private PhoneNumberParser() {}

    static boolean isCanonical(String text) {
        int length = text.length();
        if (length < PhoneNumber.MIN_DIGITS + 1 || length > PhoneNumber.MAX_DIGITS + 1 || text.charAt(0) != '+') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.charAt(1) != '0';
    }

    static String normalise(String text) {
        return isCanonical(text) ? text : read(text);
    }

    private static String read(String original) {
        String text = original.strip();
        boolean plus = false;
        int digits = 0;
        int leadingZeros = 0;
        long number = 0; // runs over only where there are too many digits
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                leadingZeros += c == '0' && leadingZeros == digits ? 1 : 0;
                digits++;
                number = number * 10 + (c - '0');
            } else if (c == '+') {
                if (plus || digits > 0) {
                    throw wrong("a plus at character " + position(i, original)
                            + ", only the first character of a number may be one");
                }
                plus = true;
            } else if (isTrunkPrefix(text, i, plus ? digits : digits - 2)) {
                i += 2;
            } else if (!isSeparator(c)) {
                throw wrong(describe(text.codePointAt(i)) + " at character " + position(i, original));
            }
        }
        requireCountry(text, plus, digits, leadingZeros);
        requireLength(plus ? digits : digits - 2);
        return "+" + number;
    }

    /** True at the {@code (0)} that people write between a country code and a national number. */
    private static boolean isTrunkPrefix(String text, int index, int significantDigits) {
        return significantDigits >= 1 && significantDigits <= LONGEST_COUNTRY_CODE && text.startsWith("(0)", index);
    }

    private static void requireCountry(String text, boolean plus, int digits, int leadingZeros) {
        if (digits == 0) {
            throw wrong(text.isEmpty() ? "it is empty" : "it has no digits");
        }
        if (!plus && leadingZeros == 0) {
            throw wrong("it begins with neither + nor 00, so its country is not known");
        }
        if (!plus && leadingZeros == 1) {
            throw wrong("it begins with a single 0 like a national number; write + and the country code instead");
        }
        if (leadingZeros > (plus ? 0 : 2)) {
            throw wrong("the first digit after " + (plus ? "+" : "00") + " is 0, no country code begins so");
        }
    }

    private static void requireLength(int digits) {
        if (digits < PhoneNumber.MIN_DIGITS) {
            throw wrong("it has " + digits + " digits, at least " + PhoneNumber.MIN_DIGITS + " are needed");
        }
        if (digits > PhoneNumber.MAX_DIGITS) {
            throw wrong("it has " + digits + " digits, at most " + PhoneNumber.MAX_DIGITS + " are possible");
        }
    }

    private static String describe(int c) {
        if (c == ',' || c == ';') {
            return "a '" + (char) c + "' that separates two numbers";
        }
        if (c > ' ' && c < 127) {
            return "'" + (char) c + "'";
        }
        String name = Character.getName(c);
        return "U+%04X".formatted(c) + (name == null ? "" : " " + name);
    }

    /** Before the first wrong character stands none that needs two chars. */
    private static int position(int index, String original) {
        return original.length() - original.stripLeading().length() + index + 1;
    }

    private static InvalidInputException wrong(String reason) {
        return new InvalidInputException("not a phone number: " + reason);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return switch (c) {
            case ' ', '\t', '.', '-', '/', '(', ')', '\u00A0', '\u00AD', '\u202F', '\u205F', '\u2212', '\u3000' -> true;
            default -> isTypographicSeparator(c) || isInvisible(c);
        };
    }

    private static boolean isTypographicSeparator(char c) {
        return isBetween(c, '\u2000', '\u200A') || isBetween(c, '\u2010', '\u2015');
    }

    /** Direction marks and joiners: address books and messengers put them around numbers that people then copy. */
    private static boolean isInvisible(char c) {
        return isBetween(c, '\u200B', '\u200F')
                || isBetween(c, '\u202A', '\u202E')
                || isBetween(c, '\u2060', '\u2069')
                || c == '\uFEFF';
    }

    private static boolean isBetween(char c, char first, char last) {
        return c >= first && c <= last;
    }
}
