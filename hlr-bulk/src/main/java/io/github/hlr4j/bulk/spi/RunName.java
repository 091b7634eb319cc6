package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.InvalidInputException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a run in its ledger: the same name resumes the same run.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores
 */
public record RunName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * Checks the name.
     *
     * @throws InvalidInputException if it has another shape
     */
    public RunName {
        Objects.requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidInputException(
                    "the name of a run is 1 to 64 letters, digits, dots, hyphens and underscores (ASCII)");
        }
    }

    /**
     * Makes a name.
     *
     * @param value see {@link #value()}
     * @return the name
     * @throws InvalidInputException if it has another shape
     */
    public static RunName of(String value) {
        return new RunName(value);
    }

    /** The bare name. */
    @Override
    public String toString() {
        return value;
    }
}
