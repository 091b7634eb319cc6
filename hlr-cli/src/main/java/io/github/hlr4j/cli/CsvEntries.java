package io.github.hlr4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one column of a CSV file: the one that was named, else {@code phone}, else the only one there is. */
final class CsvEntries implements Entries {

    private static final String DEFAULT_COLUMN = "phone";
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final int HEADER_PEEK = 64 * 1024;
    private static final int DIGITS_OF_A_NUMBER = 5;
    private static final int UNKNOWN = -1;

    private final String file;
    private final Optional<String> wanted;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int column = UNKNOWN;

    private CsvEntries(String file, Optional<String> wanted, CSVParser parser) {
        this.file = file;
        this.wanted = wanted;
        this.parser = parser;
        this.records = parser.iterator();
    }

    static Entries open(String file, BufferedReader text, Optional<String> wanted) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        return new CsvEntries(
                file,
                wanted,
                CSVParser.builder().setReader(text).setFormat(format).get());
    }

    @Override
    public Optional<Entry> next() {
        try {
            if (column == UNKNOWN && records.hasNext()) {
                CSVRecord first = records.next();
                column = columnIn(first);
                if (!isHeader(first)) {
                    return Optional.of(cell(first));
                }
            }
            return records.hasNext() ? Optional.of(cell(records.next())) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new CliException(file + " is not a well-formed CSV file: " + reason, e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Entry cell(CSVRecord row) {
        long line = parser.getCurrentLineNumber();
        return column < row.size()
                ? new Entry(file, line, row.get(column))
                : new Entry(
                        file,
                        line,
                        String.join(",", row.toList()),
                        Optional.of("the row has no column " + (column + 1)));
    }

    private int columnIn(CSVRecord first) {
        Optional<Integer> column = indexOf(wanted.orElse(DEFAULT_COLUMN), first);
        if (column.isEmpty() && (wanted.isPresent() || first.size() > 1)) {
            throw new CliException(file
                    + (wanted.isPresent()
                            ? " has no column '" + wanted.get() + "'; "
                            : " has several columns and none is called phone; name one with --column; ")
                    + (isHeader(first) ? "it has " + String.join(", ", names(first)) : "it has no header line"));
        }
        return column.orElse(0);
    }

    private Optional<Integer> indexOf(String name, CSVRecord header) {
        List<String> names = names(header);
        List<Integer> matches = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equalsIgnoreCase(name.strip()))
                .boxed()
                .toList();
        if (matches.size() > 1) {
            throw new CliException(file + " has several columns called '" + name + "'");
        }
        return matches.stream().findFirst();
    }

    private static List<String> names(CSVRecord header) {
        return header.stream().map(String::strip).toList();
    }

    /** A first line that names the column is a header, and so is one without anything like a number, right or wrong. */
    private boolean isHeader(CSVRecord first) {
        return indexOf(wanted.orElse(DEFAULT_COLUMN), first).isPresent()
                || first.stream().noneMatch(cell -> count(cell, c -> c >= '0' && c <= '9') >= DIGITS_OF_A_NUMBER);
    }

    /** Spreadsheets write commas, semicolons or tabs, depending on where they run; the first line tells. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(HEADER_PEEK);
        String firstLine = QUOTED.matcher(readLineWithin(text)).replaceAll("");
        text.reset();
        List<Character> candidates = new ArrayList<>(List.of(',', ';', '\t'));
        candidates.sort(Comparator.comparing(candidate -> -count(firstLine, c -> c == candidate)));
        return candidates.get(0);
    }

    private static String readLineWithin(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0 && c != '\n' && line.length() < HEADER_PEEK - 1; c = text.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static long count(String text, IntPredicate wanted) {
        return text.chars().filter(wanted).count();
    }
}
