package io.github.hlr4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.hlr4j.PhoneNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone\n+33639980001\n+33639980002\n",
                "name,phone\nA,+33639980001\n\"B, C\",+33639980002\n",
                "name;Phone ;city\r\nA;+33639980001;\r\nB;+33639980002;Paris\r\n",
                "\uFEFF\"phone\"\n\"+33 6 39 98 00 01\"\n\n\"+33639980002\"\n",
                "numbers\n+33639980001\n+33639980002",
                "+33639980001\n+33639980002\n",
                "a\tphone\n\t+33639980001\n\t+33639980002\n",
                "\"name, first\";phone\nx;+33639980001\ny;+33639980002\n"
            })
    void theColumnOfACsvFileIsFound(String text) throws IOException {
        Read read = read("list.csv", text, Optional.empty());

        assertThat(read.badLines()).isEmpty();
        assertThat(read.numbers()).extracting("e164").containsExactly("+33639980001", "+33639980002");
    }

    @Test
    void aColumnCanBeNamedAndMakesAnyFileACsvFile() throws IOException {
        Read read = read("list.txt", "phone,mobile\n1,+33639980001\n", Optional.of("Mobile"));

        assertThat(read.numbers()).extracting("e164").containsExactly("+33639980001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,mobile\nA,+33639980001\n", "phone,phone\n1,2\n", "A,+33639980001\n"})
    void aColumnThatIsNotClearIsAskedFor(String text) {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read("list.csv", text, Optional.empty()))
                .withMessageContaining("list.csv has several columns");
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read("list.csv", "name,phone\n", Optional.of("mobile")))
                .withMessageContaining("has no column 'mobile'; it has name, phone");
    }

    @Test
    void badRowsKeepTheirLineAndTheirText() throws IOException {
        Read read = read(
                "list.csv", "name,phone\nA,+33639980001\nB\n\nC,\"+33639980001,+33639980002\"\nD,\n", Optional.empty());

        assertThat(read.numbers()).hasSize(1);
        assertThat(read.badLines())
                .extracting(BadLine::line, BadLine::text, BadLine::reason)
                .containsExactly(
                        tuple(3L, "B", "the row has no column 2"),
                        tuple(
                                5L,
                                "+33639980001,+33639980002",
                                "not a phone number: a ',' that separates two numbers at character 13"),
                        tuple(6L, "", "not a phone number: it is empty"));
    }

    @Test
    void aFirstLineThatIsABadNumberIsABadLineAndNoHeader() throws IOException {
        Read read = read("list.csv", "0639980001\n+33639980002\n", Optional.empty());

        assertThat(read.numbers()).hasSize(1);
        assertThat(read.badLines()).extracting(BadLine::line).containsExactly(1L);
    }

    @Test
    void aMissingColumnDoesNotPrintTheNumbersOfAFileWithoutHeader() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read("list.csv", "bob,+33639980005\n", Optional.of("phone")))
                .withMessageEndingWith("has no column 'phone'; it has no header line");
    }

    @Test
    void aBrokenCsvFileIsRefused() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read("list.csv", "phone\n\"+33639980001\n", Optional.empty()))
                .withMessageContaining("is not a well-formed CSV file");
    }

    @Test
    void anInputWithoutNumbersIsRefused() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> read("list.txt", "# nobody\n\n", Optional.empty()))
                .withMessage("there is no number to verify");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> reading(List.of(folder.toString()), Optional.empty()))
                .withMessageContaining("is a folder");
    }

    private Read read(String name, String text, Optional<String> column) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return reading(List.of(file.toString()), column);
    }

    private static Read reading(List<String> arguments, Optional<String> column) {
        List<BadLine> bad = new ArrayList<>();
        NumberInput input = new NumberInput(arguments, InputStream.nullInputStream(), column, () -> new BadLines() {
            @Override
            public void add(BadLine line) {
                bad.add(line);
            }

            @Override
            public long count() {
                return bad.size();
            }

            @Override
            public void end() {}

            @Override
            public void close() {}
        });
        try (Stream<PhoneNumber> numbers = input.open()) {
            return new Read(numbers.toList(), bad);
        }
    }

    /** What came of an input. */
    private record Read(List<PhoneNumber> numbers, List<BadLine> badLines) {}
}
