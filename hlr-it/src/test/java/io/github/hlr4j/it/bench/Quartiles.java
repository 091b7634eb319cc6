package io.github.hlr4j.it.bench;

import java.util.List;
import java.util.Locale;

/**
 * The middle of some measurements and how far they spread.
 *
 * @param first a quarter is below it
 * @param median a half is below it
 * @param third three quarters are below it
 */
record Quartiles(double first, double median, double third) {

    static Quartiles of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** The median, and the quartiles in brackets. */
    String print(String format) {
        return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", median, first, third);
    }

    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        double low = sorted.get((int) Math.floor(place));
        double high = sorted.get((int) Math.ceil(place));
        return low + (high - low) * (place - Math.floor(place));
    }
}
