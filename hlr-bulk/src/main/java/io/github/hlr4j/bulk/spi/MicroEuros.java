package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.Cost;
import io.github.hlr4j.InvalidInputException;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money in whole millionths of a euro, so that millions of them add up exactly.
 *
 * @param value zero or more; 0.005 EUR are 5,000
 */
public record MicroEuros(long value) implements Comparable<MicroEuros> {

    /** No money. */
    public static final MicroEuros NONE = new MicroEuros(0);

    /** What the service charges for a number unless it says otherwise (D06). */
    public static final MicroEuros DOCUMENTED_PRICE = new MicroEuros(5_000);

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final int DECIMALS = 6;

    /**
     * Checks the amount.
     *
     * @throws InvalidInputException if it is negative
     */
    public MicroEuros {
        if (value < 0) {
            throw new InvalidInputException("an amount of money is not negative");
        }
    }

    /**
     * Takes a cost over exactly.
     *
     * @param cost an amount in EUR of whole millionths, below nine billion euros
     * @return the same amount
     * @throws InvalidInputException if it is in another currency, finer or larger
     */
    public static MicroEuros of(Cost cost) {
        if (!cost.currency().equals(EURO)) {
            throw new InvalidInputException("costs are counted in EUR, not in " + cost.currency());
        }
        try {
            return new MicroEuros(cost.amount().movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException e) {
            throw new InvalidInputException("a cost is counted in whole millionths of a euro, not as " + cost, e);
        }
    }

    /**
     * The same amount as a cost.
     *
     * @return an amount in EUR
     */
    public Cost toCost() {
        return new Cost(BigDecimal.valueOf(value, DECIMALS), EURO);
    }

    /**
     * The sum of both.
     *
     * @param other another amount
     * @return the sum
     * @throws ArithmeticException if it passes nine trillion euros
     */
    public MicroEuros plus(MicroEuros other) {
        return new MicroEuros(Math.addExact(value, other.value));
    }

    /**
     * This amount for each of so many.
     *
     * @param count zero or more
     * @return the product
     * @throws ArithmeticException if it passes nine trillion euros
     */
    public MicroEuros times(int count) {
        return new MicroEuros(Math.multiplyExact(value, count));
    }

    @Override
    public int compareTo(MicroEuros other) {
        return Long.compare(value, other.value);
    }

    /** The amount for people, for example {@code 0.005 EUR}. */
    @Override
    public String toString() {
        return toCost().toString();
    }
}
