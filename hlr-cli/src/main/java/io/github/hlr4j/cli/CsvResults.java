package io.github.hlr4j.cli;

import io.github.hlr4j.cli.ResultRow.Column;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Results as CSV, safe to open in a spreadsheet: no cell of foreign text is taken for a formula. */
final class CsvResults implements ResultWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern PHONE = Pattern.compile("\\+[0-9 ().]+");

    private final CSVPrinter printer;

    CsvResults(Appendable out, boolean withHeader) throws IOException {
        this.printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        if (withHeader) {
            printer.printRecord(Arrays.stream(Column.values()).map(Column::title));
        }
    }

    @Override
    public void write(ResultRow row) throws IOException {
        printer.printRecord(Arrays.stream(Column.values()).map(column -> cell(row, column)));
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    /** A text that no spreadsheet takes for a formula; what looks like a phone number is none. */
    static String inert(String text) {
        boolean looksLikeFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return looksLikeFormula && !PHONE.matcher(text).matches() ? "'" + text : text;
    }

    private static String cell(ResultRow row, Column column) {
        String text = row.text(column);
        return column == Column.PHONE ? text : inert(text);
    }
}
