package io.github.hlr4j.cli;

import static io.github.hlr4j.cli.CommandRun.hlr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.cli.CommandRun.Outcome;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {

    private static final String HEADER =
            "phone,status,code,reachability,mccmnc,country,ported,reported_at,message_id,campaign_id,error_name";
    private static final String KEY = "fake-key-of-the-tests";

    @TempDir
    private Path folder;

    @Test
    void aNumberIsVerifiedInTheSandboxAndPrintedAsCsv() {
        Outcome outcome = hlr().with("verify", "--sandbox", "+33639980001");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.outLines()).hasSize(2).startsWith(HEADER);
        assertThat(outcome.outLines().get(1)).startsWith("+33639980001,EC_UNKNOWN_SUBSCRIBER,1,INVALID,");
    }

    @Test
    void peopleGetATableAndASummary() {
        Outcome outcome = hlr().watchedByPeople().with("verify", "--sandbox", "+33639980000", "+33639980027");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.outLines()).hasSize(3);
        assertThat(outcome.outLines().get(2)).contains("+33639980027  EC_ABSENT_SUBSCRIBER  TEMPORARILY_UNREACHABLE");
        assertThat(outcome.err()).contains("2 of 2 numbers answered").contains("cost 0.01 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void thousandsOfNumbersGoOutInBatchesToAServerThatIsNotOurs(String format) throws Exception {
        Path numbers = write(
                "numbers.txt",
                IntStream.range(0, 1_203)
                        .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                        .collect(Collectors.joining("\n")));
        Path results = folder.resolve("results.csv");

        try (OtherServer server = OtherServer.answering()) {
            Outcome outcome = asking(server.url())
                    .with(
                            "verify",
                            "--output",
                            results.toString(),
                            "--progress",
                            "never",
                            "--rate",
                            "360/6s",
                            "--format",
                            format,
                            "--tag",
                            "spring clean",
                            numbers.toString());

            assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
            assertThat(server.bodies())
                    .hasSize(3)
                    .allSatisfy(body -> assertThat(body)
                            .contains(
                                    "\"apiKey\":\"" + KEY + "\"",
                                    "\"tag\":\"spring clean\"",
                                    "\"_format\":\"" + format + "\""));
            assertThat(server.acknowledgements(1_203)).containsOnly(204);
        }
        List<String> lines = Files.readAllLines(results);
        assertThat(lines).hasSize(1_204).startsWith(HEADER);
        assertThat(lines.get(1_203))
                .isEqualTo("+33639981202,NO_ERROR,0,REACHABLE,20815,FR,true,2018-03-05T10:34:52.355Z,"
                        + "1234-12344-1234-1234,HLR4711,NO_ERROR");
    }

    @Test
    void whateverWasAcknowledgedIsInTheResults() throws IOException {
        Path numbers = write(
                "numbers.txt",
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                        .collect(Collectors.joining("\n")));
        Path results = folder.resolve("results.csv");

        try (FakeSmsPartner service = FakeSmsPartner.start()) {
            asking(service.baseUrl().toString())
                    .withEnvironment("SMSPARTNER_API_KEY", service.key().reveal())
                    .with(
                            "verify",
                            "--wait",
                            "0s",
                            "--rate",
                            "360/6s",
                            "--output",
                            results.toString(),
                            numbers.toString());

            long answered = Files.readAllLines(results).stream()
                    .filter(line ->
                            line.contains("REACHABLE") || line.contains("INVALID") || line.contains(",UNKNOWN,"))
                    .count();
            assertThat(service.journal().notificationCounts().acknowledged())
                    .isPositive()
                    .isLessThanOrEqualTo(answered);
        }
    }

    @Test
    void aWrongKeyIsOneClearLineAndCostsOneRequest() throws IOException {
        Path numbers = write(
                "numbers.txt",
                IntStream.range(0, 1_001)
                        .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                        .collect(Collectors.joining("\n")));

        try (OtherServer server = OtherServer.refusingTheKey()) {
            Outcome outcome = asking(server.url()).with("verify", numbers.toString());

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.errLines())
                    .containsExactly("hlr: batch 1 (500 numbers from +33*******00 to +33*******99) was refused:"
                            + " 10 INVALID_API_KEY (Clé API incorrecte); check the key in SMSPARTNER_API_KEY or --api-key-file;"
                            + " 2 more batches were not sent");
            assertThat(server.bodies()).hasSize(1);
        }
    }

    @Test
    void aLostReplyIsNamedAndNeverSentAgain() throws IOException {
        try (OtherServer.Silent server = new OtherServer.Silent()) {
            Outcome outcome = asking(server.url()).with("verify", "--wait", "1s", "+33639980001", "+33639980002");

            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.errLines()).hasSize(1);
            assertThat(outcome.err())
                    .startsWith("hlr: batch 1 (2 numbers from +33*******01 to +33*******02) was left unconfirmed: ")
                    .contains("the request may have arrived and may be billed; it was not sent again");
            assertThat(server.requests()).hasSize(1);
            assertThat(outcome.outLines()).containsExactly(HEADER, "+33639980001,,,,,,,,,,", "+33639980002,,,,,,,,,,");
        }
    }

    @Test
    void resultsThatCannotBePrintedAreNotASuccess() {
        Outcome outcome = hlr().withStandardOutputThatFails().with("verify", "--sandbox", "+33639980001");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errLines())
                .containsExactly(
                        "hlr: the results could not be written to standard output: standard output cannot be written");
    }

    @Test
    void resultsThatAFileCannotTakeArePrintedAndTheLostReplyIsStillNamed() throws IOException {
        Path results = folder.resolve("results.csv");
        Files.createDirectory(folder.resolve("results.csv.part"));

        try (OtherServer.Silent server = new OtherServer.Silent()) {
            Outcome outcome =
                    asking(server.url()).with("verify", "--wait", "1s", "--output", results.toString(), "+33639980001");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.errLines()).hasSize(2);
            assertThat(outcome.errLines().get(0)).startsWith("hlr: batch 1 (+33*******01) was left unconfirmed: ");
            assertThat(outcome.errLines().get(1))
                    .contains("could not be written to " + results + ", so they were printed");
            assertThat(outcome.outLines()).containsExactly(HEADER, "+33639980001,,,,,,,,,,");
        }
    }

    @Test
    void aServiceThatRepeatsTheKeyDoesNotGetItPrinted() throws IOException {
        try (OtherServer server = OtherServer.refusingWith(13, "no price: " + KEY + " asked for +33 6/39/98/00/01")) {
            Outcome outcome = asking(server.url()).with("verify", "--debug", "+33639980001");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.err())
                    .startsWith(
                            "hlr: batch 1 (+33*******01) was refused: 13 NO_PRICE (no price: (API key) asked for +*******)")
                    .contains("SubmissionException")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void aServiceThatIsNotThereMeansThatNothingWasSent() {
        Outcome outcome = asking("http://127.0.0.1:1/v1").with("verify", "--rate", "360/1s", "+33639980001");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err()).contains("batch 1 (+33*******01) was not sent: ");
    }

    @Test
    void withoutWaitingTheServiceIsToldNoAddressAndThatIsSaid() throws IOException {
        try (OtherServer server = OtherServer.answering()) {
            Outcome outcome = asking(server.url()).with("verify", "--no-wait", "+33639980001");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.errLines())
                    .containsExactly(
                            "hlr: warning: without --public-url the service is told no address, so no answers will come");
            assertThat(server.bodies()).hasSize(1).noneMatch(body -> body.contains("notifyUrl"));
            assertThat(outcome.outLines()).containsExactly(HEADER, "+33639980001,,,,,,,,,HLR4711,");
        }
    }

    @Test
    void aBadLineStopsEverythingAndSaysWhereItIs() throws IOException {
        Path numbers = write("numbers.txt", "# a list\n+33639980001\n\n0639980002\n+3363998000x\n");

        try (OtherServer server = OtherServer.answering()) {
            Outcome outcome = asking(server.url()).with("verify", numbers.toString());

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.errLines())
                    .containsExactly(
                            "hlr: nothing was sent: 2 lines are no phone number; mend them, or set them aside with --rejects FILE",
                            "  " + numbers + ":4: not a phone number: it begins with a single 0 like a national number;"
                                    + " write + and the country code instead",
                            "  " + numbers + ":5: not a phone number: 'x' at character 12");
            assertThat(server.bodies()).isEmpty();
            assertThat(outcome.out()).isEmpty();
        }
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws IOException {
        Path numbers = write("numbers.csv", "phone\n+33639980001\n");

        Outcome outcome = hlr().with("verify", "--sandbox", "--output", numbers.toString(), numbers.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--output names a file that is read, and would replace it");
        assertThat(numbers).hasContent("phone\n+33639980001\n");
    }

    @Test
    void badLinesCanBeSetAside() throws IOException {
        Path numbers = write("numbers.txt", "+33639980001\nnobody\n");
        Path rejects = folder.resolve("rejects.csv");

        Outcome outcome = hlr().with("verify", "--sandbox", "--rejects", rejects.toString(), numbers.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.outLines()).hasSize(2);
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "source,line,text,reason", numbers + ",2,nobody,not a phone number: 'n' at character 1");
    }

    @Test
    void standardInputAndArgumentsAreReadTogetherAndANumberIsAskedAboutOnce() {
        Outcome outcome = hlr().withInput("\uFEFF+33 6 39 98 00 01\n\n# nobody\n+33639980005\n")
                .with("verify", "--sandbox", "-", "0033639980001");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.outLines()).hasSize(3);
        assertThat(outcome.outLines().get(2)).startsWith("+33639980005,EC_UNIDENTIFIED_SUBSCRIBER,5,");
    }

    @Test
    void jsonLinesHaveTheNamesOfTheColumns() throws IOException {
        Path results = folder.resolve("results.jsonl");

        Outcome outcome = hlr().with("verify", "--sandbox", "--output", results.toString(), "+33639980000");

        assertThat(outcome.exitCode()).isZero();
        assertThat(Files.readAllLines(results)).hasSize(1);
        assertThat(Files.readString(results))
                .startsWith(
                        "{\"phone\":\"+33639980000\",\"status\":\"NO_ERROR\",\"code\":0,\"reachability\":\"REACHABLE\",\"mccmnc\":\"208");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verify|Missing required parameter: 'NUMBER|FILE|-'
            verify --rate 360 +33639980001|a rate is requests, a slash and a window, for example 360/60s
            verify --wait soon +33639980001|it is a whole number and s, m, h or d
            verify --tag 123456789012345678901 +33639980001|a tag has at most 20 characters, this one has 21
            verify --format yaml +33639980001|it is json or xml
            verify --listen 8080 +33639980001|it is HOST:PORT
            verify --wait 1s --no-wait +33639980001|mutually exclusive
            verify +33639980001|there is no API key: set SMSPARTNER_API_KEY
            verify --sandbox 0639980001|it begins with a single 0 like a national number
            verify --sandbox missing.csv|there is no file missing.csv
            verify --sandbox +33639980001x|argument 1: not a phone number: 'x' at character 13
            verify --sandbox --column phone +33639980001|--column names a column of a file
            verify --sandbox --no-wait --listen 127.0.0.1:0 +33639980001|--listen is for waiting
            verify --sandbox --output out.csv --rejects ./out.csv +33639980001|--rejects and --output name the same file
            verify --sandbox --base-url http://127.0.0.1:1/v1 +33639980001|--sandbox brings its own service
            verify --sandbox --output results.txt +33639980001|must end in .csv or .jsonl
            verify --sandbox --output nowhere/results.csv +33639980001|there is no folder
            frobnicate|Unmatched argument at index 0: 'frobnicate'
            """)
    void aWrongUsageIsRefusedWithALineThatSaysWhatToDo(String line, String message) {
        Outcome outcome = hlr().with(line.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("hlr: ").contains(message);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --base-url https://sms.example/v1|to wait for answers from sms.example, say with --public-url
            --base-url https://sms.example/v1 --public-url https://app.example/hlr|--listen is missing
            --base-url http://sms.example/v1|must be https
            --base-url http://127.0.0.1:1/v1 --listen 0.0.0.0:0|needs --public-url
            --base-url http://127.0.0.1:1/v1 --public-url http://app.example/hlr|the public URL must be https
            """)
    void whatCouldNotBeAnsweredOrKeptSecretIsRefusedBeforeAnythingIsSent(String options, String message) {
        Outcome outcome = hlr().withEnvironment("SMSPARTNER_API_KEY", KEY)
                .with(("verify " + options + " +33639980001").split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err()).contains(message).doesNotContain(KEY);
    }

    private CommandRun asking(String url) {
        return hlr().withEnvironment("SMSPARTNER_API_KEY", KEY).withEnvironment("HLR_BASE_URL", url);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
