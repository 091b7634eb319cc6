package io.github.hlr4j.cli;

import io.github.hlr4j.cli.ResultRow.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Results as a table for people: the columns that they read, aligned when the last row is known. */
final class TableResults implements ResultWriter {

    private static final List<Column> COLUMNS = List.of(
            Column.PHONE,
            Column.STATUS,
            Column.REACHABILITY,
            Column.MCCMNC,
            Column.COUNTRY,
            Column.PORTED,
            Column.REPORTED_AT);
    private static final String NO_ANSWER = "(no answer)";

    private final Writer out;
    private final List<List<String>> rows = new ArrayList<>();

    TableResults(Writer out) {
        this.out = out;
        rows.add(COLUMNS.stream().map(Column::title).toList());
    }

    @Override
    public void write(ResultRow row) {
        rows.add(COLUMNS.stream().map(column -> cell(row, column)).toList());
    }

    @Override
    public void close() throws IOException {
        int[] widths = new int[COLUMNS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            String line = align(rows.get(i), widths);
            out.append(i == 0 ? Ansi.AUTO.string("@|bold " + line + "|@") : line)
                    .append('\n');
        }
        out.close();
    }

    private static String cell(ResultRow row, Column column) {
        return column == Column.STATUS && row.answer().isEmpty() ? NO_ANSWER : row.text(column);
    }

    private static String align(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
