package io.github.hlr4j.bulk;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A number on each line. */
final class NumberLines implements Iterator<PhoneNumber> {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final BufferedReader lines;
    private long lineNumber;
    private String next;

    NumberLines(String name, BufferedReader lines) {
        this.name = name;
        this.lines = lines;
    }

    Stream<PhoneNumber> numbers() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, characteristics), false);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = nextLine();
        }
        return next != null;
    }

    @Override
    public PhoneNumber next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no number left");
        }
        String line = next;
        next = null;
        try {
            return PhoneNumber.parse(line);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(name + ", line " + lineNumber + ": " + e.getMessage(), e);
        }
    }

    /** The next line that is neither blank nor a comment; null at the end. */
    private String nextLine() {
        String line = read();
        while (line != null && (line.isBlank() || line.startsWith("#"))) {
            line = read();
        }
        return line;
    }

    private String read() {
        try {
            String line = lines.readLine();
            lineNumber++;
            return lineNumber == 1 && line != null && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + name + " beyond line " + lineNumber + ": " + e.getMessage(), e);
        }
    }
}
