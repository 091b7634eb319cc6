package io.github.hlr4j.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where results go: a file of CSV or JSON lines, standard output as CSV, or a table where people read it. */
final class Output {

    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;
    private final Optional<Path> file;
    private final boolean asTable;

    private Output(Terminal terminal, Optional<Path> file, boolean asTable) {
        this.terminal = terminal;
        this.file = file;
        this.asTable = asTable;
    }

    /** Checks the place before anything is sent: results that cannot be written are money lost. */
    static Output of(Optional<String> option, Terminal terminal) {
        Optional<Path> file =
                option.filter(name -> !name.equals(STANDARD_OUTPUT)).map(Path::of);
        file.ifPresent(Output::requireUsable);
        return new Output(terminal, file, option.isEmpty() && terminal.peopleReadOut());
    }

    /** Writes all rows; a file is replaced when it is complete. What a file cannot take is printed, it was paid for. */
    void writeAll(Supplier<Stream<ResultRow>> rows) {
        try {
            if (file.isPresent()) {
                replaceFile(file.get(), rows.get());
            } else {
                writeTo(standardOutput(), rows.get());
            }
        } catch (IOException e) {
            if (file.isPresent()) {
                print(rows.get());
            }
            throw CliException.afterSending(
                    "the results could not be written to " + place() + ": " + IoProblem.of(e), e);
        }
    }

    static boolean isJsonLines(Path file) {
        return endsWith(file, ".jsonl");
    }

    static void requireUsable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!endsWith(file, ".csv") && !isJsonLines(file)) {
            throw new CliException("--output " + file + " must end in .csv or .jsonl");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException("--output " + file + ": there is no folder " + folder);
        }
        if (Files.isDirectory(file) || !Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new CliException("--output " + file + " cannot be written");
        }
    }

    private void print(Stream<ResultRow> rows) {
        try {
            writeTo(standardOutput(), rows);
        } catch (IOException e) {
            throw CliException.afterSending("the results could not be written anywhere: " + IoProblem.of(e), e);
        }
    }

    private String place() {
        return file.map(path -> path + ", so they were printed").orElse("standard output");
    }

    private ResultWriter standardOutput() throws IOException {
        Writer text =
                new BufferedWriter(new OutputStreamWriter(new StandardOutput(terminal.out()), StandardCharsets.UTF_8));
        return asTable ? new TableResults(text) : new CsvResults(text, true);
    }

    private static void replaceFile(Path file, Stream<ResultRow> rows) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Writer text = new OutputStreamWriter(Files.newOutputStream(unfinished), StandardCharsets.UTF_8);
            writeTo(isJsonLines(file) ? new JsonLinesResults(text) : new CsvResults(text, true), rows);
            Files.move(unfinished, Files.exists(file) ? file.toRealPath() : file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private static void writeTo(ResultWriter writer, Stream<ResultRow> rows) throws IOException {
        try (writer;
                rows) {
            for (var row = rows.iterator(); row.hasNext(); ) {
                writer.write(row.next());
            }
        }
    }

    private static boolean endsWith(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
