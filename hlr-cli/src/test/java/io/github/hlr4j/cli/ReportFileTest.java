package io.github.hlr4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.Cost;
import io.github.hlr4j.cli.report.ResultTally;
import io.github.hlr4j.cli.report.RunFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    private static final Cost NOTHING = Cost.of("0", "EUR");
    private static final RunFacts FACTS = new RunFacts(
            Optional.of("spring"),
            Instant.parse("2026-11-24T09:09:00Z").atZone(ZoneOffset.UTC),
            "api.smspartner.fr",
            true,
            "It ended.",
            new RunFacts.Input(0, 0, 0),
            Map.of(),
            new RunFacts.Money(NOTHING, NOTHING, Optional.empty()),
            new RunFacts.Answers(0, 0),
            List.of());

    @TempDir
    Path folder;

    @Test
    void anOlderReportIsReplacedAndNothingElseIsLeft() throws Exception {
        Path file = Files.writeString(folder.resolve("report.html"), "old");

        ReportFile.of(file).write(FACTS, new ResultTally());

        assertThat(file).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path file = Files.writeString(folder.resolve("report-1.html"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("report.html"), file);

        ReportFile.of(link).write(FACTS, new ResultTally());

        assertThat(link).isSymbolicLink();
        assertThat(file).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsSent() {
        assertRefused(folder.resolve("report.txt"), " must end in .html");
        assertRefused(folder.resolve("none/report.html"), ": there is no folder " + folder.resolve("none"));
        assertRefused(directory("report.html"), " cannot be written");
    }

    @Test
    void aPlaceThatVanishedMeanwhileIsSaid() throws Exception {
        Path file = Files.createDirectory(folder.resolve("reports")).resolve("report.html");
        ReportFile report = ReportFile.of(file);
        Files.delete(file.getParent());

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> report.write(FACTS, new ResultTally()))
                .withMessage("the report could not be written to " + file
                        + ": there is no such file or folder; the run and its results are not affected")
                .returns(ExitCode.FAILED, CliException::exitCode);
    }

    private void assertRefused(Path file, String why) {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> ReportFile.of(file))
                .withMessage("--report " + file + why)
                .returns(ExitCode.USAGE, CliException::exitCode);
    }

    private Path directory(String name) {
        Path directory = folder.resolve(name);
        assertThat(directory.toFile().mkdir()).isTrue();
        return directory;
    }
}
