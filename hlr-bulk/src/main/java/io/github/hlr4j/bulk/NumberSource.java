package io.github.hlr4j.bulk;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the numbers of a run come from, read one by one and never held all at once.
 *
 * <p>A run reads its source once, when it is planned or recognised; a number that occurs again, in any spelling, is counted
 * and left out.
 */
@FunctionalInterface
public interface NumberSource {

    /**
     * Begins to read.
     *
     * @return the numbers in their order; closed when they were read, or could not be
     * @throws InvalidInputException if it cannot be read; the stream throws it as well, at what is no number
     */
    Stream<PhoneNumber> open();

    /**
     * Numbers that are at hand.
     *
     * @param numbers any count of numbers
     * @return a source that may be read again
     */
    static NumberSource of(Collection<PhoneNumber> numbers) {
        List<PhoneNumber> copy = List.copyOf(numbers);
        return copy::stream;
    }

    /**
     * A text file in UTF-8 with a number on each line, in the spellings of {@link PhoneNumber#parse}; blank lines and lines
     * that begin with # are skipped, a byte order mark is dropped.
     *
     * @param file the file
     * @return a source that stops with an {@link InvalidInputException} at the first line that is no number, and names it
     */
    static NumberSource lines(Path file) {
        return () -> {
            try {
                BufferedReader lines = Files.newBufferedReader(file);
                return new NumberLines(file.toString(), lines).numbers().onClose(() -> close(lines));
            } catch (IOException e) {
                throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
            }
        };
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new HlrException("a file of numbers could not be closed", e);
        }
    }
}
