package io.github.hlr4j;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * What the service charged for a request (D06): an exact amount and its currency.
 *
 * <p>Trailing zeros do not count: 0.50 and 0.5 are the same cost.
 *
 * @param amount zero or more, at most 20 significant digits and 12 decimals, without trailing zeros
 * @param currency the ISO 4217 currency, in practice EUR
 */
public record Cost(BigDecimal amount, Currency currency) {

    private static final int MAX_PRECISION = 20;
    private static final int MAX_SCALE = 12;
    private static final int MAX_TEXT = 64;

    /** No number of 20 digits has more. */
    private static final int MAX_BITS = 67;

    /**
     * Checks and normalises the amount.
     *
     * @throws InvalidInputException if the amount is negative or has too many digits
     */
    public Cost {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        if (amount.signum() < 0) {
            throw new InvalidInputException("a cost is not negative");
        }
        // Bits are counted before digits, and digits before any arithmetic: a huge number is cheap to hold and ruinous
        // to count, 1e999999999 is cheap to count and ruinous to expand.
        if (amount.unscaledValue().bitLength() > MAX_BITS
                || amount.precision() > MAX_PRECISION
                || amount.scale() > MAX_SCALE
                || amount.scale() < -MAX_PRECISION) {
            throw tooManyDigits();
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Makes a cost from text.
     *
     * @param amount a decimal number such as {@code 0.005}
     * @param currency an ISO 4217 code such as {@code EUR}
     * @return the cost
     * @throws InvalidInputException if either is not one
     */
    public static Cost of(String amount, String currency) {
        if (amount.length() > MAX_TEXT) {
            throw tooManyDigits();
        }
        try {
            return of(new BigDecimal(amount), currency);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("the amount of a cost is a decimal number such as 0.005", e);
        }
    }

    /**
     * Makes a cost from a number and a currency code.
     *
     * @param amount see {@link #amount()}
     * @param currency an ISO 4217 code such as {@code EUR}
     * @return the cost
     * @throws InvalidInputException if either is out of range
     */
    public static Cost of(BigDecimal amount, String currency) {
        try {
            return new Cost(amount, Currency.getInstance(Objects.requireNonNull(currency, "currency")));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("the currency of a cost is an ISO 4217 code such as EUR", e);
        }
    }

    /**
     * Amount and currency for people.
     *
     * @return for example {@code 0.005 EUR}
     */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private static InvalidInputException tooManyDigits() {
        return new InvalidInputException("a cost has at most 20 digits and 12 decimals");
    }
}
