package io.github.hlr4j.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What happens to bad lines: they stop the run, or they are set aside in a file. */
final class Rejects {

    private static final int LINES_SHOWN = 20;

    private Rejects() {}

    static void handle(List<BadLine> badLines, Optional<Path> file, Terminal terminal) {
        if (file.isPresent()) {
            write(badLines, file.get());
            if (!badLines.isEmpty()) {
                terminal.say((badLines.size() == 1 ? "a bad line was" : badLines.size() + " bad lines were")
                        + " written to " + file.get() + " and will not be sent");
            }
        } else if (!badLines.isEmpty()) {
            throw new CliException(describe(badLines));
        }
    }

    private static String describe(List<BadLine> badLines) {
        String shown =
                badLines.stream().limit(LINES_SHOWN).map(line -> "\n  " + line).collect(Collectors.joining());
        int more = badLines.size() - LINES_SHOWN;
        return "nothing was sent: " + (badLines.size() == 1 ? "a line is" : badLines.size() + " lines are")
                + " no phone number; mend them, or set them aside with --rejects FILE" + shown
                + (more > 0 ? "\n  and " + more + " more" : "");
    }

    private static void write(List<BadLine> badLines, Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (Writer text = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord("source", "line", "text", "reason");
            for (BadLine bad : badLines) {
                printer.printRecord(
                        bad.source(), bad.line() > 0 ? bad.line() : "", CsvResults.inert(bad.text()), bad.reason());
            }
        } catch (IOException e) {
            throw new CliException("cannot write bad lines to " + file + ": " + IoProblem.of(e), e);
        }
    }
}
