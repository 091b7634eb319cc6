package io.github.hlr4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints costs beside the costs of floors; ratios are the median of those of each round, with the least and the most. */
final class Table {

    private static final String LAYOUT = "%-32s %12s %12s %22s %10s %10s %10s %6s%n";

    private final Rounds rounds;

    private Table(Rounds rounds) {
        this.rounds = rounds;
    }

    static void print(String measure, List<Row> rows, Rounds rounds) {
        System.out.printf(LAYOUT, "", measure + ", ns", "floor", "ratio", "target", "bytes", "floor", "ratio");
        rows.forEach(new Table(rounds)::print);
    }

    private void print(Row row) {
        List<Cost> ours = rounds.of(row.subject());
        List<Cost> floor = row.floor().map(rounds::of).orElse(List.of());
        System.out.printf(
                LAYOUT,
                row.what(),
                median(ours, Cost::nanos),
                median(floor, Cost::nanos),
                ratios(ours, floor, Cost::nanos, "%.3f (%.3f to %.3f)"),
                row.target(),
                median(ours, Cost::bytes),
                median(floor, Cost::bytes),
                ratios(ours, floor, Cost::bytes, "%.2f"));
    }

    private static String median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,.0f",
                        middle(costs.stream().map(part::applyAsDouble).toList()));
    }

    private static String ratios(List<Cost> ours, List<Cost> floor, ToDoubleFunction<Cost> part, String format) {
        if (floor.isEmpty()) {
            return "";
        }
        List<Double> sorted = IntStream.range(0, floor.size())
                .mapToObj(i -> part.applyAsDouble(ours.get(i)) / part.applyAsDouble(floor.get(i)))
                .sorted()
                .toList();
        return String.format(Locale.ROOT, format, middle(sorted), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
