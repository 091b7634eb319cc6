package io.github.hlr4j;

import java.util.Objects;

/**
 * The name that the service gives an accepted request (D06), the one to quote to its support.
 *
 * @param value 1 to 64 visible ASCII characters, for example {@code HLR000000}
 */
public record CampaignId(String value) {

    private static final int MAX_LENGTH = 64;

    /**
     * Checks the name.
     *
     * @throws InvalidInputException if it is empty, too long or contains anything but visible ASCII
     */
    public CampaignId {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new InvalidInputException("a campaign id is 1 to 64 visible ASCII characters");
        }
    }

    /**
     * Makes a campaign id.
     *
     * @param value see {@link #value()}
     * @return the id
     * @throws InvalidInputException if the value is not one
     */
    public static CampaignId of(String value) {
        return new CampaignId(value);
    }

    /** The bare id, as the service writes it. */
    @Override
    public String toString() {
        return value;
    }
}
