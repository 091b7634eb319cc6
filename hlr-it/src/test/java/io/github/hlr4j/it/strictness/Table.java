package io.github.hlr4j.it.strictness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** A table of odd bodies among the resources: a row on each line, its columns between bars, the body last. */
enum Table {
    REPLIES_IN_JSON,
    REPLIES_IN_XML,
    NOTIFICATIONS_AS_FORMS,
    NOTIFICATIONS_IN_JSON,
    NOTIFICATIONS_IN_XML;

    private static final Pattern BAR = Pattern.compile(" *\\|(?: |$)");
    private static final int COLUMNS = 5;

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    List<Row> rows() {
        try (InputStream in = Table.class.getResourceAsStream("/strictness/" + file())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Table::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<DynamicTest> tests(ThrowingConsumer<Row> test) {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> test.accept(row)));
    }

    private static Row row(String line) {
        String[] columns = BAR.split(line, COLUMNS);
        if (columns.length != COLUMNS) {
            throw new AssertionError("not a row of " + COLUMNS + " columns: " + line);
        }
        return new Row(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
