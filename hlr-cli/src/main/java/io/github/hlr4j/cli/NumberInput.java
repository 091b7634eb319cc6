package io.github.hlr4j.cli;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.NumberSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The arguments of {@code hlr verify} as a source of numbers: numbers, files, and {@code -} for standard input. */
final class NumberInput implements NumberSource {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> arguments;
    private final InputStream standardInput;
    private final Optional<String> column;
    private final Supplier<BadLines> badLines;

    /** Checks what can be checked without reading. */
    NumberInput(
            List<String> arguments, InputStream standardInput, Optional<String> column, Supplier<BadLines> badLines) {
        if (column.isPresent()
                && arguments.stream()
                        .allMatch(argument -> existingFile(argument).isEmpty())) {
            throw new CliException("--column names a column of a file, and there is no file among the arguments");
        }
        this.arguments = List.copyOf(arguments);
        this.standardInput = standardInput;
        this.column = column;
        this.badLines = badLines;
    }

    @Override
    public Stream<PhoneNumber> open() {
        NumberReading reading = new NumberReading(arguments, this::entriesOf, badLines.get());
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(reading, characteristics), false)
                .onClose(reading::close);
    }

    private Entries entriesOf(int position) throws IOException {
        String argument = arguments.get(position);
        Optional<Path> file = existingFile(argument);
        if (argument.equals("-")) {
            return Entries.lines("standard input", text(standardInput));
        }
        if (file.isPresent()) {
            return entriesOf(argument, file.get());
        }
        if (looksLikeNumber(argument)) {
            return Entries.of(new Entry("argument " + (position + 1), 0, argument));
        }
        throw new CliException("there is no file " + argument);
    }

    private Entries entriesOf(String name, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CliException(name + " is a folder, not a file of numbers");
        }
        BufferedReader text = text(Files.newInputStream(file));
        boolean csv = column.isPresent() || name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return csv ? CsvEntries.open(name, text, column) : Entries.lines(name, text);
    }

    /** UTF-8; what is not becomes a replacement character, and so a bad line that says where. */
    private static BufferedReader text(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        skipByteOrderMark(reader);
        return reader;
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static Optional<Path> existingFile(String argument) {
        try {
            return Optional.of(Path.of(argument)).filter(path -> !argument.isBlank() && Files.exists(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean looksLikeNumber(String argument) {
        return argument.isBlank() || "+0123456789( ".indexOf(argument.charAt(0)) >= 0;
    }
}
