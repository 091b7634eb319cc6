package io.github.hlr4j.bulk;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** A number on each line. */
final class NumberLines {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final BufferedReader lines;
    private long lineNumber;

    NumberLines(String name, BufferedReader lines) {
        this.name = name;
        this.lines = lines;
    }

    Stream<PhoneNumber> numbers() {
        return lines.lines()
                .map(this::withoutMark)
                .filter(NumberLines::isNumber)
                .map(this::number);
    }

    private String withoutMark(String line) {
        lineNumber++;
        return lineNumber == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private static boolean isNumber(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private PhoneNumber number(String line) {
        try {
            return PhoneNumber.parse(line);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(name + ", line " + lineNumber + ": " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new InvalidInputException("cannot read " + name + " beyond line " + lineNumber, e);
        }
    }
}
