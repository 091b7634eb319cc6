package io.github.hlr4j.cli;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.cli.ResultRow.Column;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/** Results as JSON lines: one object a line with the names of the CSV's columns, null where nothing is known. */
final class JsonLinesResults implements ResultWriter {

    private final Writer out;
    private final JsonProvider json = JsonProvider.provider();
    private final JsonWriterFactory writers = json.createWriterFactory(Map.of());

    JsonLinesResults(Writer out) {
        this.out = out;
    }

    @Override
    public void write(ResultRow row) throws IOException {
        JsonObjectBuilder object = json.createObjectBuilder();
        for (Column column : Column.values()) {
            add(object, row, column);
        }
        StringWriter line = new StringWriter();
        writers.createWriter(line).write(object.build());
        out.append(line.getBuffer()).append('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static void add(JsonObjectBuilder object, ResultRow row, Column column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            object.addNull(column.title());
        } else if (column == Column.CODE
                && row.answer().map(HlrNotification::code).orElseThrow().isPresent()) {
            object.add(column.title(), Integer.parseInt(text));
        } else if (column == Column.PORTED) {
            object.add(column.title(), Boolean.parseBoolean(text));
        } else {
            object.add(column.title(), text);
        }
    }
}
