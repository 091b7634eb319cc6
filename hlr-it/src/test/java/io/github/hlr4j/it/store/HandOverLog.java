package io.github.hlr4j.it.store;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.callback.NotificationHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A handler that appends each result to a file which outlives its process and may belong to several. */
record HandOverLog(Path file) implements NotificationHandler {

    @Override
    public void handle(Correlation correlation, List<HlrNotification> results) {
        String lines = results.stream()
                .map(result -> line(TakenResult.of(correlation, result)))
                .collect(Collectors.joining());
        try {
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every result that was handed over, as often as it was. */
    List<TakenResult> results() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(" ", -1))
                    .filter(words -> words.length == 3)
                    .map(words -> new TakenResult(words[0], words[1], words[2]))
                    .toList();
        }
    }

    /** Begins with the line break, so that a line which a kill tore spoils no other. */
    private static String line(TakenResult result) {
        return "\n" + String.join(" ", result.correlation(), result.phone(), result.fingerprint());
    }
}
