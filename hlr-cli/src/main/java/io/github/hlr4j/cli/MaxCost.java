package io.github.hlr4j.cli;

import io.github.hlr4j.Cost;
import io.github.hlr4j.InvalidInputException;
import java.util.regex.Pattern;

/** What a run may cost, as people type it: 250 or 250.00, in euros. */
record MaxCost(Cost cost) {

    private static final Pattern TEXT = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");

    static MaxCost parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new InvalidInputException("it is an amount in euros, for example 250 or 250.00");
        }
        return new MaxCost(Cost.of(text, "EUR"));
    }
}
