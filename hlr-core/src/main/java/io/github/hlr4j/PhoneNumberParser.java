package io.github.hlr4j;

/** Reads the spellings of {@link PhoneNumber#parse} in one pass; positions in messages count characters from 1. */
final class PhoneNumberParser {

    private static final int LONGEST_COUNTRY_CODE = 3;

    private final String original;
    private final String text;
    private final StringBuilder digits = new StringBuilder(PhoneNumber.MAX_DIGITS + 3);
    private boolean plus;

    private PhoneNumberParser(String text) {
        this.original = text;
        this.text = text.strip();
    }

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
        return isCanonical(text) ? text : new PhoneNumberParser(text).read();
    }

    private String read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits.append(c);
            } else if (c == '+') {
                readPlus(i);
            } else if (isTrunkPrefix(i)) {
                i += 2;
            } else if (!isSeparator(c)) {
                throw wrong(describe(i) + " at character " + position(i));
            }
        }
        return international();
    }

    private void readPlus(int index) {
        if (plus || digits.length() > 0) {
            throw wrong("a plus at character " + position(index) + ", only the first character of a number may be one");
        }
        plus = true;
    }

    /** True at the {@code (0)} that people write between a country code and a national number. */
    private boolean isTrunkPrefix(int index) {
        int significant = plus ? digits.length() : digits.length() - 2;
        return significant >= 1 && significant <= LONGEST_COUNTRY_CODE && text.startsWith("(0)", index);
    }

    private String international() {
        if (digits.length() == 0) {
            throw wrong(text.isEmpty() ? "it is empty" : "it has no digits");
        }
        if (!plus) {
            dropInternationalPrefix();
        }
        if (digits.length() > 0 && digits.charAt(0) == '0') {
            throw wrong("the first digit after " + (plus ? "+" : "00") + " is 0, no country code begins so");
        }
        if (digits.length() < PhoneNumber.MIN_DIGITS) {
            throw wrong("it has " + digits.length() + " digits, at least " + PhoneNumber.MIN_DIGITS + " are needed");
        }
        if (digits.length() > PhoneNumber.MAX_DIGITS) {
            throw wrong("it has " + digits.length() + " digits, at most " + PhoneNumber.MAX_DIGITS + " are possible");
        }
        return digits.insert(0, '+').toString();
    }

    private void dropInternationalPrefix() {
        if (digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
        } else if (digits.charAt(0) == '0') {
            throw wrong("it begins with a single 0 like a national number; write + and the country code instead");
        } else {
            throw wrong("it begins with neither + nor 00, so its country is not known");
        }
    }

    private String describe(int index) {
        int c = text.codePointAt(index);
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
    private int position(int index) {
        return original.indexOf(text) + index + 1;
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
