package io.github.hlr4j.cli;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.PhoneNumber;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line reads in a file.
 *
 * @param numbers what it would verify
 * @param badLines what stands where numbers should and is none
 * @param refusal why it would send nothing
 */
public record NumberFileReading(List<PhoneNumber> numbers, List<String> badLines, Optional<HlrException> refusal) {

    /** Reads the file as {@code hlr verify} does; the name decides whether it is CSV. */
    public static NumberFileReading of(Path file) {
        List<PhoneNumber> numbers = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        NumberInput input = new NumberInput(
                List.of(file.toString()), InputStream.nullInputStream(), Optional.empty(), () -> collecting(bad));
        try (Stream<PhoneNumber> stream = input.open()) {
            stream.forEach(numbers::add);
            return new NumberFileReading(numbers, bad, Optional.empty());
        } catch (CliException e) {
            return new NumberFileReading(numbers, bad, Optional.of(e));
        }
    }

    private static BadLines collecting(List<String> bad) {
        return new BadLines() {
            @Override
            public void add(BadLine line) {
                bad.add(line.toString());
            }

            @Override
            public long count() {
                return bad.size();
            }

            @Override
            public void end() {}

            @Override
            public void close() {}
        };
    }
}
