package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CommandLineTest {

    private static final String NUMBER = "+33639980027";

    @TempDir
    private Path folder;

    @Test
    void theVersionIsThatOfTheJar() throws Exception {
        try (HlrProcess hlr = HlrProcess.start(Map.of(), "--version")) {
            assertThat(hlr.restOfOut()).matches("hlr \\d+\\.\\d+\\.\\d+.*");
            assertThat(hlr.exitCode()).isZero();
        }
    }

    @Test
    void theSandboxSaysItsKeyFirstAndServesUntilItIsInterrupted() throws Exception {
        try (HlrProcess sandbox = HlrProcess.start(Map.of(), "sandbox", "--listen", "127.0.0.1:0")) {
            assertThat(sandbox.nextOutLine()).isEqualTo("key: sandbox-key");
            String url = sandbox.nextOutLine().substring("url: ".length());

            try (HlrProcess verify = HlrProcess.start(
                    Map.of("SMSPARTNER_API_KEY", "sandbox-key", "HLR_BASE_URL", url),
                    "verify",
                    "--format",
                    "xml",
                    NUMBER)) {
                assertThat(verify.restOfOut()).contains(NUMBER + ",EC_ABSENT_SUBSCRIBER,27,TEMPORARILY_UNREACHABLE,");
                assertThat(verify.restOfErr()).isEmpty();
                assertThat(verify.exitCode()).isZero();
            }
            sandbox.interrupt();
            assertThat(sandbox.exitCode()).isEqualTo(130);
        }
    }

    @Test
    void theSandboxPrintsACurlLineThatWorksAsPastedAndKeepsAJournal() throws Exception {
        try (HlrProcess sandbox = HlrProcess.start(Map.of(), "sandbox", "--listen", "127.0.0.1:0")) {
            sandbox.nextOutLine();
            sandbox.nextOutLine();
            String journal = sandbox.nextOutLine().replaceAll("journal: (\\S+) .*", "$1");
            assertThat(sandbox.nextOutLine()).isEmpty();

            assertThat(shell(sandbox.nextOutLine()))
                    .contains("\"success\": true")
                    .contains("\"HLR000001\"");
            assertThat(shell("curl -s " + journal))
                    .contains("\"billedNumbers\":1,")
                    .contains("\"numbers\":[\"+33639980027\"]");
            assertThat(shell("curl -s -X DELETE " + journal + " && curl -s " + journal))
                    .contains("\"billedNumbers\":0,");
        }
    }

    private static String shell(String line) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSandboxWithAKeyFromTheEnvironmentDoesNotPrintIt() throws Exception {
        try (HlrProcess sandbox = HlrProcess.start(
                Map.of("SMSPARTNER_API_KEY", "another-fake-key"), "sandbox", "--listen", "127.0.0.1:0")) {
            assertThat(sandbox.nextOutLine()).isEqualTo("key: (from environment)");
        }
    }

    @Test
    void anInterruptedRunSendsNothingMoreAndWritesDownWhatItHas() throws Exception {
        Path numbers = writeNumbers(1_500);
        Path results = folder.resolve("results.csv");
        CountDownLatch received = new CountDownLatch(1);
        try (FakeSmsPartner service = FakeSmsPartner.builder()
                        .onSubmission(submission -> received.countDown())
                        .start();
                HlrProcess verify = HlrProcess.start(
                        against(service),
                        "verify",
                        "--rate",
                        "1/1h",
                        "--output",
                        results.toString(),
                        numbers.toString())) {
            received.await();
            verify.interrupt();

            assertThat(verify.exitCode()).isEqualTo(130);
            assertThat(verify.restOfErr())
                    .endsWith("hlr: interrupted; 2 batches were not sent; to go on, run it again with the numbers that"
                            + " have neither campaign_id nor status");
            assertThat(service.journal().billedNumbers()).isEqualTo(500);
        }
        List<String> lines = Files.readAllLines(results);
        assertThat(lines).hasSize(1_501);
        assertThat(lines.subList(1, 501)).allSatisfy(line -> assertThat(line).contains(",HLR000001,"));
        assertThat(lines.subList(501, 1_501))
                .allSatisfy(line -> assertThat(line).endsWith(",,,,,,,,,,"));
    }

    @Test
    void aSenderAndAReceiverShareKeysAndNothingElse() throws Exception {
        Path keys = folder.resolve("callback.keys");
        Path results = folder.resolve("results.csv");
        try (HlrProcess create = HlrProcess.start(Map.of(), "keys", "create", keys.toString())) {
            assertThat(create.exitCode()).isZero();
        }
        assertThat(Files.getPosixFilePermissions(keys))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        try (FakeSmsPartner service = FakeSmsPartner.start();
                HlrProcess listen = HlrProcess.start(
                        Map.of(),
                        "listen",
                        "--listen",
                        "127.0.0.1:0",
                        "--keys",
                        keys.toString(),
                        "--output",
                        results.toString())) {
            String address = listen.nextErrLine().substring("hlr: listening on ".length());
            try (HlrProcess verify = HlrProcess.start(
                    against(service),
                    "verify",
                    "--no-wait",
                    "--public-url",
                    "http://" + address,
                    "--keys",
                    keys.toString(),
                    NUMBER)) {
                assertThat(verify.restOfErr()).isEmpty();
                assertThat(verify.exitCode()).isZero();
            }
            service.awaitNotifications(Duration.ofSeconds(30));

            assertThat(service.journal().notificationCounts().acknowledged()).isEqualTo(1);
            assertThat(Files.readAllLines(results)).hasSize(2);
            assertThat(Files.readString(results)).contains(NUMBER + ",EC_ABSENT_SUBSCRIBER,27,");
        }
    }

    @Test
    void keysThatExistAreLeftAlone() throws Exception {
        Path keys = Files.writeString(folder.resolve("callback.keys"), "precious");
        try (HlrProcess create = HlrProcess.start(Map.of(), "keys", "create", keys.toString())) {
            assertThat(create.restOfErr()).isEqualTo("hlr: " + keys + " exists already; its keys were left alone");
            assertThat(create.exitCode()).isEqualTo(2);
        }
        assertThat(keys).hasContent("precious");
    }

    @Test
    void aLostReplyThatIsFollowedByAnswersWasAccepted() throws Exception {
        PhoneNumber number = PhoneNumber.parse(NUMBER);
        try (FakeSmsPartner service = FakeSmsPartner.start()) {
            service.failing(FaultKind.CLOSE_AFTER_READING, 1);
            try (HlrProcess verify = HlrProcess.start(against(service), "verify", NUMBER)) {
                assertThat(verify.restOfOut()).contains(NUMBER + ",EC_ABSENT_SUBSCRIBER,27,");
                assertThat(verify.exitCode()).isZero();
            }
            assertThat(service.journal().timesBilled(number)).isEqualTo(1);
        }
    }

    private static Map<String, String> against(FakeSmsPartner service) {
        return Map.of(
                "SMSPARTNER_API_KEY",
                service.key().reveal(),
                "HLR_BASE_URL",
                service.baseUrl().toString());
    }

    private Path writeNumbers(int count) throws IOException {
        String numbers = IntStream.range(0, count)
                .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("numbers.txt"), numbers);
    }
}
