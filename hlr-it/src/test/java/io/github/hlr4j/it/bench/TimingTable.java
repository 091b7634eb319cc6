package io.github.hlr4j.it.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The times of several kinds, each compared with each other. */
final class TimingTable {

    private static final double KEPT = 0.9;

    private final List<String> names;
    private final List<Samples.Summary> summaries;

    /** The slowest tenth of all times together is left out: it tells of the machine and not of the tokens. */
    TimingTable(List<String> names, List<Samples> samples) {
        this.names = names;
        long[] sorted = samples.stream()
                .flatMapToLong(each -> Arrays.stream(each.all()))
                .sorted()
                .toArray();
        long limit = sorted[(int) (KEPT * (sorted.length - 1))];
        this.summaries = samples.stream().map(each -> each.upTo(limit)).toList();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format("  %-18s %9s", "", "mean ns"));
        names.forEach(name -> table.append(String.format("%19s", name)));
        for (int row = 0; row < names.size(); row++) {
            table.append(String.format(
                    Locale.ROOT,
                    "%n  %-18s %9.1f",
                    names.get(row),
                    summaries.get(row).mean()));
            for (int column = 0; column < row; column++) {
                table.append(cell(summaries.get(row), summaries.get(column)));
            }
        }
        return table.append(System.lineSeparator()).toString();
    }

    private static String cell(Samples.Summary row, Samples.Summary column) {
        return String.format(Locale.ROOT, "%9.1f (%+7.1f)", row.t(column), row.mean() - column.mean());
    }
}
