package io.github.hlr4j;

import java.util.Objects;

/**
 * A label of up to 20 characters that the account's statistics show beside a request (D03).
 *
 * @param value 1 to 20 Unicode characters, not all blank, without control characters
 */
public record Tag(String value) {

    private static final int MAX_CHARACTERS = 20;

    /**
     * Checks the label.
     *
     * @throws InvalidInputException if it is blank, too long or contains a control character
     */
    public Tag {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new InvalidInputException("a tag must not be blank; leave it out instead");
        }
        int characters = value.codePointCount(0, value.length());
        if (characters > MAX_CHARACTERS) {
            throw new InvalidInputException("a tag has at most 20 characters, this one has " + characters);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("a tag must not contain control characters");
        }
    }

    /**
     * Makes a label.
     *
     * @param value see {@link #value()}
     * @return the label
     * @throws InvalidInputException if the value is not one
     */
    public static Tag of(String value) {
        return new Tag(value);
    }
}
