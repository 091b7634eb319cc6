package io.github.hlr4j;

/** Values for tests: numbers that are never assigned (W06) and a key that nobody issued. */
public final class Fixtures {

    /** The text of {@link #KEY}. */
    public static final String KEY_TEXT = "fake-key-4711";

    /** A key that looks fake. */
    public static final ApiKey KEY = ApiKey.of(KEY_TEXT);

    private Fixtures() {}

    /**
     * A number that is never assigned.
     *
     * @param index 0 to 9999
     * @return {@code +33639980000} to {@code +33639989999}
     */
    public static PhoneNumber number(int index) {
        return new PhoneNumber("+3363998%04d".formatted(index));
    }
}
