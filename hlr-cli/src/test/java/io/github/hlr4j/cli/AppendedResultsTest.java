package io.github.hlr4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.HlrNotification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedResultsTest {

    private static final HlrNotification RESULT =
            HlrNotification.fromFields(Map.of("phone", "+33639980001", "errorName", "NO_ERROR"));

    @TempDir
    private Path folder;

    @Test
    void aFileIsContinuedWithoutASecondHeader() throws IOException {
        Path file = folder.resolve("results.csv");
        for (int i = 0; i < 2; i++) {
            try (AppendedResults results =
                    AppendedResults.open(Optional.of(file.toString()), printing(new Unwritable()))) {
                results.append(List.of(RESULT));
            }
        }

        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .filteredOn(line -> line.startsWith("phone,"))
                .hasSize(1);
    }

    @Test
    void aLineThatACrashLeftUnfinishedIsDroppedBecauseItComesAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("results.jsonl"), "{}\n{\"phone\":\"+3");
        try (AppendedResults results = AppendedResults.open(Optional.of(file.toString()), printing(new Unwritable()))) {
            results.append(List.of(RESULT));
        }

        assertThat(Files.readAllLines(file)).hasSize(2).startsWith("{}");
        assertThat(Files.readAllLines(file).get(1)).startsWith("{\"phone\":\"+33639980001\",\"status\":\"NO_ERROR\"");
    }

    @Test
    void aFileHasOneWriter() throws IOException {
        Optional<String> file = Optional.of(folder.resolve("results.csv").toString());
        try (AppendedResults first = AppendedResults.open(file, printing(new Unwritable()))) {
            first.append(List.of(RESULT));

            assertThatExceptionOfType(CliException.class)
                    .isThrownBy(() -> AppendedResults.open(file, printing(new Unwritable())))
                    .withMessageEndingWith("is written twice in this process");
        }
    }

    @Test
    void resultsThatNobodyGetsAreNotAcknowledged() {
        AppendedResults results = AppendedResults.open(Optional.empty(), printing(new Unwritable()));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> results.append(List.of(RESULT)))
                .withMessageContaining("standard output cannot be written");
    }

    private static Terminal printing(OutputStream out) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Terminal(
                InputStream.nullInputStream(), stream, stream, false, false, Map.of(), InstantSource.system());
    }

    private static final class Unwritable extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
