package io.github.hlr4j.cli;

import io.github.hlr4j.cli.report.ReportPage;
import io.github.hlr4j.cli.report.ResultTally;
import io.github.hlr4j.cli.report.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The file of {@code --report}: whoever opens it sees the old page or the new one, and nothing in between. */
final class ReportFile {

    private final Path file;

    private ReportFile(Path file) {
        this.file = file;
    }

    /** Checks the place before anything is sent. */
    static ReportFile of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new CliException("--report " + file + " must end in .html");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException("--report " + file + ": there is no folder " + folder);
        }
        if (Files.isDirectory(file) || !Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new CliException("--report " + file + " cannot be written");
        }
        return new ReportFile(file);
    }

    /** Writes the page beside the file and moves it into its place. */
    void write(RunFacts facts, ResultTally tally) {
        try {
            Path place = Files.exists(file) ? file.toRealPath() : file;
            Path unfinished = place.resolveSibling(place.getFileName() + ".part");
            try {
                Files.writeString(unfinished, ReportPage.of(facts, tally));
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                Files.deleteIfExists(unfinished);
                throw e;
            }
        } catch (IOException e) {
            throw CliException.afterSending(
                    "the report could not be written to " + file + ": " + IoProblem.of(e)
                            + "; the run and its results are not affected",
                    e);
        }
    }
}
