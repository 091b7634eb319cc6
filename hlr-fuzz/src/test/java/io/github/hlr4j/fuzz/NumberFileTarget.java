package io.github.hlr4j.fuzz;

import static io.github.hlr4j.fuzz.Claims.claim;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.NumberSource;
import io.github.hlr4j.cli.NumberFileReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of numbers, read as lines by hlr-bulk and by the command line, and as CSV by the command line: no number is read
 * that does not stand there, and what was read reads the same when it is written.
 */
final class NumberFileTarget implements Target {

    private final Path lines;
    private final Path table;

    NumberFileTarget() {
        try {
            Path folder = Files.createTempDirectory("hlr-fuzz");
            lines = folder.resolve("numbers.txt");
            table = folder.resolve("numbers.csv");
            for (Path passing : List.of(folder, lines, table)) {
                passing.toFile().deleteOnExit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        NumberFileReading byCommand = asLines(input);
        checkBulk(byCommand);
        check(byCommand, text);
        NumberFileReading byTable = asTable(input);
        check(byTable, text);
        if (byTable.refusal().isEmpty()) {
            checkWritten(byTable.numbers());
        }
    }

    private static void check(NumberFileReading reading, String text) {
        claim(
                reading.numbers().stream().allMatch(number -> Claims.standsIn(number.e164(), text)),
                "a number stands there");
        reading.refusal().ifPresent(Claims::discreet);
        claim(reading.badLines().stream().noneMatch(line -> line.contains("639980001")), "bad lines are not repeated");
        claim(!reading.numbers().isEmpty() || reading.refusal().isPresent(), "a file without a number is refused");
    }

    /** The library stops at the first bad line; up to there both read the same. */
    private void checkBulk(NumberFileReading byCommand) {
        List<PhoneNumber> read = new ArrayList<>();
        Optional<InvalidInputException> refusal = Optional.empty();
        try (Stream<PhoneNumber> stream = NumberSource.lines(lines).open()) {
            stream.forEach(read::add);
        } catch (InvalidInputException e) {
            Claims.discreet(e);
            refusal = Optional.of(e);
        }
        List<PhoneNumber> all = byCommand.numbers();
        claim(
                all.size() >= read.size() && all.subList(0, read.size()).equals(read),
                "library and command read the same");
        claim(
                refusal.isPresent() || (byCommand.badLines().isEmpty() && all.equals(read)),
                "what is bad is bad for both");
    }

    private void checkWritten(List<PhoneNumber> numbers) {
        String asLines = numbers.stream().map(PhoneNumber::e164).collect(Collectors.joining("\n"));
        claim(
                asLines(asLines.getBytes(StandardCharsets.UTF_8)).numbers().equals(numbers),
                "as lines they read the same");
        String asTable = numbers.stream()
                .map(number -> "\"a \"\"b\"\"\nc;\",\" " + number.e164() + "\"\r\n")
                .collect(Collectors.joining("", "name,Phone\r\n", ""));
        claim(asTable(asTable.getBytes(StandardCharsets.UTF_8)).numbers().equals(numbers), "as CSV they read the same");
    }

    private NumberFileReading asLines(byte[] content) {
        return read(lines, content);
    }

    private NumberFileReading asTable(byte[] content) {
        return read(table, content);
    }

    private static NumberFileReading read(Path file, byte[] content) {
        try {
            return NumberFileReading.of(Files.write(file, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
