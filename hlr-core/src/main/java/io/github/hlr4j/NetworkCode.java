package io.github.hlr4j;

import java.util.Objects;
import java.util.Optional;

/**
 * The mobile network that serves a number: a mobile country code and a mobile network code (ITU-T E.212, A10).
 *
 * <p>Both stay text, because a network code of {@code 01} is not {@code 001}.
 *
 * @param mcc the mobile country code, three digits
 * @param mnc the mobile network code, two or three digits
 */
public record NetworkCode(String mcc, String mnc) {

    private static final int MCC_DIGITS = 3;

    /**
     * Checks both parts.
     *
     * @throws InvalidInputException if one of them has another shape
     */
    public NetworkCode {
        if (!isDigits(mcc) || mcc.length() != MCC_DIGITS) {
            throw new InvalidInputException("a mobile country code has three digits");
        }
        if (!isDigits(mnc) || mnc.length() < 2 || mnc.length() > 3) {
            throw new InvalidInputException("a mobile network code has two or three digits");
        }
    }

    /**
     * Reads both codes written together, as in {@code 20815}.
     *
     * @param text five or six digits
     * @return the network
     * @throws InvalidInputException if the text is anything else
     */
    public static NetworkCode parse(String text) {
        int split = Math.min(MCC_DIGITS, text.length());
        return new NetworkCode(text.substring(0, split), text.substring(split));
    }

    /**
     * The country or territory that ITU-T E.212 assigns the mobile country code to.
     *
     * @return an ISO 3166-1 alpha-2 code such as {@code FR}; empty for international, test and unassigned codes
     */
    public Optional<String> country() {
        return MobileCountryCodes.countryOf(mcc);
    }

    /**
     * Both codes written together.
     *
     * @return for example {@code 20815}
     */
    public String digits() {
        return mcc + mnc;
    }

    private static boolean isDigits(String text) {
        return Objects.requireNonNull(text, "text").chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
