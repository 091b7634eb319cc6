package io.github.hlr4j.cli.report;

import java.util.ArrayList;
import java.util.List;

/** A table whose rows begin with what they are about and go on with words or, aligned to the right, figures. */
final class DataTable {

    private final Object caption;
    private final List<Column> columns;
    private final List<Markup> rows = new ArrayList<>();

    private record Column(String title, boolean ofFigures) {
        String style() {
            return ofFigures ? "figure" : "words";
        }
    }

    private DataTable(Object caption, List<Column> columns) {
        this.caption = caption;
        this.columns = columns;
    }

    static DataTable of(Object caption, String firstColumn) {
        return new DataTable(caption, List.of(new Column(firstColumn, false)));
    }

    DataTable words(String title) {
        return with(new Column(title, false));
    }

    DataTable figures(String... titles) {
        DataTable table = this;
        for (String title : titles) {
            table = table.with(new Column(title, true));
        }
        return table;
    }

    DataTable row(Object about, Object... cells) {
        List<Markup> row = new ArrayList<>(List.of(Markup.of("<th scope=\"row\">{}</th>", about)));
        for (int i = 0; i < cells.length; i++) {
            row.add(Markup.of("<td class=\"{}\">{}</td>", columns.get(i + 1).style(), cells[i]));
        }
        rows.add(Markup.of("<tr>{}</tr>", Markup.each(row, cell -> cell)));
        return this;
    }

    Markup markup() {
        return Markup.of(
                """
                <table>
                <caption>{}</caption>
                <thead><tr>{}</tr></thead>
                <tbody>
                {}
                </tbody>
                </table>
                """,
                caption,
                Markup.each(
                        columns,
                        column -> Markup.of("<th scope=\"col\" class=\"{}\">{}</th>", column.style(), column.title())),
                Markup.each(rows, row -> row));
    }

    private DataTable with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return new DataTable(caption, more);
    }
}
