package io.github.hlr4j.cli.report;

import java.util.ArrayList;
import java.util.List;

/** A table whose rows begin with what they are about and go on with figures, aligned to the right. */
final class DataTable {

    private final Object caption;
    private final String about;
    private final List<String> figures;
    private final List<Markup> rows = new ArrayList<>();

    private DataTable(Object caption, String about, List<String> figures) {
        this.caption = caption;
        this.about = about;
        this.figures = figures;
    }

    /** A table of no rows; the figures are the titles of their columns. */
    static DataTable of(Object caption, String about, String... figures) {
        return new DataTable(caption, about, List.of(figures));
    }

    void row(Object subject, Object... values) {
        rows.add(Markup.of(
                "<tr><th scope=\"row\">{}</th>{}</tr>",
                subject,
                Markup.each(List.of(values), value -> Markup.of("<td>{}</td>", value))));
    }

    Markup markup() {
        return Markup.of(
                """
                <table>
                <caption>{}</caption>
                <thead><tr><th scope="col">{}</th>{}</tr></thead>
                <tbody>
                {}
                </tbody>
                </table>
                """,
                caption,
                about,
                Markup.each(figures, title -> Markup.of("<th scope=\"col\">{}</th>", title)),
                Markup.each(rows, row -> row));
    }
}
