package io.github.hlr4j.cli;

import static io.github.hlr4j.cli.CommandRun.hlr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.cli.CommandRun.Outcome;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.NotificationScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs over a ledger in a file, in as many commands as it takes. */
class LedgerCommandsTest {

    private final FakeSmsPartner service = FakeSmsPartner.builder()
            .rate(new Rate(36_000, Duration.ofMinutes(1)))
            .start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theCapEndsARunAndTheSameNameGoesOn() throws IOException {
        Path results = folder.resolve("results.csv");
        Outcome capped = verify("--max-cost", "5", "--output", results.toString(), numbers(1_203));

        assertThat(capped.exitCode()).isEqualTo(6);
        assertThat(capped.errLines())
                .containsExactly("hlr: the next batch may cost 1.015 EUR, and 5 EUR of the cap are spent or at risk;"
                        + " a higher cap and the same name go on; 1 more batch was not sent");
        assertThat(about("status").out())
                .contains("not sent yet       1 batch, 203 numbers", "spent              5 EUR");

        Outcome resumed = verify("--max-cost", "6.015", "--output", results.toString(), numbers(1_203));

        assertThat(resumed).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readAllLines(results)).hasSize(1_204);
        assertThat(about("status").out()).contains("accepted           3 batches, 1,203 numbers");
        assertThat(service.journal().billedNumbers()).isEqualTo(1_203);
    }

    @Test
    void theSameCommandAgainSendsNothingAndWritesTheSameResults() throws IOException {
        Outcome first = verify(numbers(3));
        Outcome second = verify(numbers(3));

        assertThat(second).isEqualTo(first);
        assertThat(about("export").out()).isEqualTo(first.out());
        assertThat(service.journal().submissionCount()).isOne();
    }

    @Test
    void whatNobodyIsSureOfIsListedAndSentAgainWhenSomebodySaysYes() throws IOException {
        service.notifying(NotificationScenario.orderly().losing(number -> true))
                .failing(FaultKind.RESET_AFTER_READING, 1);
        Outcome lost = verify("--wait", "0s", numbers(3));
        service.notifying(NotificationScenario.orderly());

        assertThat(lost.exitCode()).isEqualTo(5);
        assertThat(verify("--wait", "0s", numbers(3)).errLines())
                .containsExactly("hlr: batch 1 is unconfirmed since before: 'hlr unconfirmed' lists them and says"
                        + " what can be done");
        assertThat(about("unconfirmed").out()).startsWith("batch 1        3 numbers  0.015 EUR");

        Outcome no = command().withInput("n\n").with(all("unconfirmed", "--resubmit"));
        assertThat(no.err())
                .startsWith("Send 1 batch again for 0.015 EUR, though they may have been paid for already? [y/N] ")
                .contains("nothing was sent");
        Outcome yes = command().withInput("y\n").with(all("unconfirmed", "--resubmit"));

        assertThat(yes.exitCode()).isZero();
        assertThat(service.journal().submissionCount()).isEqualTo(2);
        assertThat(about("status").out()).contains("answered           3 numbers, 0 missing");
    }

    @Test
    void whatIsWrittenOffCountsNoMore() throws IOException {
        service.notifying(NotificationScenario.orderly().losing(number -> true))
                .failing(FaultKind.RESET_AFTER_READING, 1);
        verify("--wait", "0s", numbers(3));

        assertThat(command().with(all("unconfirmed", "--write-off")).err()).contains("1 batch was given up");
        assertThat(about("status").out()).contains("at risk            0 EUR");
        assertThat(service.journal().submissionCount()).isOne();
    }

    @Test
    void aDryRunSaysWhatItWouldCostAndSendsNothing() throws IOException {
        Outcome outcome = command().with("verify", "--dry-run", numbers(1_203), "+33639980000");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.outLines())
                .containsExactly(
                        "numbers     1,203",
                        "duplicates  1",
                        "requests    3",
                        "cost        6.015 EUR",
                        "duration    1 s",
                        "nothing was sent");
        assertThat(service.journal().submissionCount()).isZero();
    }

    @Test
    void whatWasAnsweredLatelyIsNotPaidForAgain() throws IOException {
        verify(numbers(10));

        Outcome other = command()
                .with("verify", "--ledger", ledger(), "--run", "longer", "--skip-answered", "30d", numbers(12));

        assertThat(other.exitCode()).isZero();
        assertThat(other.outLines()).hasSize(3);
        assertThat(service.journal().billedNumbers()).isEqualTo(12);
    }

    @Test
    void theReportIsAPageOfItsOwn() throws IOException {
        Path page = folder.resolve("report.html");

        verify("--report", page.toString(), numbers(30));

        assertThat(page).content().contains("<html", "0.15", "role=\"img\"").doesNotContain("+336399800");
    }

    @Test
    void anotherListUnderTheSameNameIsRefused() throws IOException {
        verify(numbers(3));

        Outcome other = verify(numbers(4));

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("run list was planned from another list, of 3 numbers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verify --sandbox --ledger books.db +33639980001|--ledger needs --run NAME
            verify --sandbox --run list +33639980001|--run names a run in a ledger
            verify --sandbox --skip-answered 3d +33639980001|--skip-answered looks into a ledger
            verify --sandbox --max-cost lots +33639980001|it is an amount in euros, for example 250 or 250.00
            verify --sandbox --report page.txt +33639980001|must end in .html
            verify --sandbox --ledger jdbc:mysql://db/books --run list +33639980001|the address of a PostgreSQL
            verify --sandbox --ledger jdbc:postgresql://db/books?password=x --run list +33639980001|PGPASSWORD
            status --ledger nowhere.db --run list|there is no ledger nowhere.db
            unconfirmed --ledger nowhere.db --run list --resubmit --write-off|mutually exclusive
            listen --listen 127.0.0.1:0|--keys is missing
            """)
    void aWrongUsageIsRefusedWithALineThatSaysWhatToDo(String line, String message) {
        Outcome outcome = hlr().with(line.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("hlr: ").contains(message);
    }

    private Outcome verify(String... arguments) {
        return command().with(all("verify", arguments));
    }

    private Outcome about(String command) {
        return command().with(all(command));
    }

    private String[] all(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command, "--ledger", ledger(), "--run", "list"));
        if (!List.of("status", "export").contains(command)) {
            words.addAll(List.of("--rate", "36000/60s", "--progress", "never"));
        }
        words.addAll(List.of(arguments));
        return words.toArray(String[]::new);
    }

    private CommandRun command() {
        return hlr().withEnvironment("SMSPARTNER_API_KEY", service.key().reveal())
                .withEnvironment("HLR_BASE_URL", service.baseUrl().toString());
    }

    private String ledger() {
        return folder.resolve("books.db").toString();
    }

    private String numbers(int count) throws IOException {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(count + ".txt"), lines).toString();
    }
}
