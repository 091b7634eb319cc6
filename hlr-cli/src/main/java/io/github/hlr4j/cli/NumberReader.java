package io.github.hlr4j.cli;

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

/** Reads the arguments of {@code hlr verify}: numbers, files, and {@code -} for standard input. */
final class NumberReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream standardInput;
    private final Optional<String> column;
    private final NumberList read = new NumberList();

    private NumberReader(InputStream standardInput, Optional<String> column) {
        this.standardInput = standardInput;
        this.column = column;
    }

    static NumberList read(List<String> arguments, InputStream standardInput, Optional<String> column) {
        if (column.isPresent()
                && arguments.stream()
                        .allMatch(argument -> existingFile(argument).isEmpty())) {
            throw new CliException("--column names a column of a file, and there is no file among the arguments");
        }
        NumberReader reader = new NumberReader(standardInput, column);
        for (int i = 0; i < arguments.size(); i++) {
            reader.readArgument(arguments.get(i), i + 1);
        }
        return reader.read;
    }

    private void readArgument(String argument, int position) {
        Optional<Path> file = existingFile(argument);
        if (argument.equals("-")) {
            readLines("standard input", standardInput);
        } else if (file.isPresent()) {
            readFile(argument, file.get());
        } else if (looksLikeNumber(argument)) {
            read.add("argument " + position, 0, argument);
        } else {
            throw new CliException("there is no file " + argument);
        }
    }

    private void readFile(String name, Path file) {
        if (Files.isDirectory(file)) {
            throw new CliException(name + " is a folder, not a file of numbers");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (column.isPresent() || name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                CsvNumbers.read(name, text(in), column, read);
            } else {
                readLines(name, in);
            }
        } catch (IOException e) {
            throw new CliException("cannot read " + name + ": " + IoProblem.of(e), e);
        }
    }

    private void readLines(String name, InputStream in) {
        try {
            BufferedReader lines = text(in);
            long lineNumber = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lineNumber++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    read.add(name, lineNumber, line);
                }
            }
        } catch (IOException e) {
            throw new CliException("cannot read " + name + ": " + IoProblem.of(e), e);
        }
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
