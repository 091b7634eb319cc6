package io.github.hlr4j.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What happens to lines that are no number: they stop the run when all of it was read, or they are set aside in a file. */
interface BadLines extends Closeable {

    void add(BadLine line);

    long count();

    /** Everything was read. */
    void end();

    @Override
    void close() throws IOException;

    /** The first ones are shown, and nothing is sent. */
    static BadLines stopping() {
        return new Stopping();
    }

    /** All of them go to a CSV file, and the rest is sent. */
    static BadLines setAside(Path file, Terminal terminal) {
        try {
            return new SetAside(file, terminal);
        } catch (IOException e) {
            throw SetAside.cannotWrite(file, e);
        }
    }

    /** Stops the run. */
    final class Stopping implements BadLines {

        private static final int LINES_SHOWN = 20;

        private final List<BadLine> shown = new ArrayList<>();
        private long count;

        @Override
        public void add(BadLine line) {
            count++;
            if (shown.size() < LINES_SHOWN) {
                shown.add(line);
            }
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public void end() {
            if (count > 0) {
                long more = count - shown.size();
                throw new CliException("nothing was sent: " + (count == 1 ? "a line is" : count + " lines are")
                        + " no phone number; mend them, or set them aside with --rejects FILE"
                        + shown.stream().map(line -> "\n  " + line).collect(Collectors.joining())
                        + (more > 0 ? "\n  and " + more + " more" : ""));
            }
        }

        @Override
        public void close() {}
    }

    /** Writes them down. */
    final class SetAside implements BadLines {

        private final Path file;
        private final Terminal terminal;
        private final CSVPrinter printer;
        private long count;

        private SetAside(Path file, Terminal terminal) throws IOException {
            this.file = file;
            this.terminal = terminal;
            Writer text = Files.newBufferedWriter(file);
            this.printer = new CSVPrinter(
                    text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
            printer.printRecord("source", "line", "text", "reason");
        }

        @Override
        public void add(BadLine bad) {
            count++;
            try {
                printer.printRecord(
                        bad.source(), bad.line() > 0 ? bad.line() : "", CsvResults.inert(bad.text()), bad.reason());
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public void end() {
            try {
                printer.flush();
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
            if (count > 0) {
                terminal.say((count == 1 ? "a bad line was" : count + " bad lines were") + " written to " + file
                        + " and will not be sent");
            }
        }

        @Override
        public void close() throws IOException {
            printer.close(true);
        }

        private static CliException cannotWrite(Path file, IOException e) {
            return new CliException("cannot write bad lines to " + file + ": " + IoProblem.of(e), e);
        }
    }
}
