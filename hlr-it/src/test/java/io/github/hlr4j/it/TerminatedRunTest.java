package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run with a ledger whose process is told to end in the middle. */
@Timeout(120)
class TerminatedRunTest {

    private static final int BATCHES = 8;
    private static final int NUMBERS = BATCHES * 500;

    @TempDir
    private Path folder;

    private Path numbers;
    private Path books;

    @BeforeEach
    void write() throws IOException {
        books = folder.resolve("books.db");
        numbers = Files.writeString(
                folder.resolve("numbers.txt"),
                IntStream.range(0, NUMBERS)
                        .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void aRunThatIsTerminatedLeavesNothingInDoubtAndGoesOnWithTheSameCommand() throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(2);
        CountDownLatch replying = new CountDownLatch(1);
        try (FakeSmsPartner service = FakeSmsPartner.builder()
                .onSubmission(submission -> {
                    inTheMiddle.countDown();
                    if (inTheMiddle.getCount() == 0) {
                        await(replying);
                    }
                })
                .start()) {
            try (HlrProcess verify = verify(service)) {
                inTheMiddle.await();
                verify.terminate();
                assertThat(verify.nextErrLine()).contains("without --public-url");
                assertThat(verify.nextErrLine()).contains("waiting for the replies to requests that have left");
                replying.countDown();

                assertThat(verify.exitCode()).isEqualTo(143);
            }
            RunCounts counts = counts();
            assertThat(counts.batches(BatchState.ACCEPTED)).isBetween(2, BATCHES - 1);
            assertThat(counts.batches(BatchState.PLANNED)).isEqualTo(BATCHES - counts.batches(BatchState.ACCEPTED));
            assertThat(counts.numbers(BatchState.ACCEPTED))
                    .isEqualTo(service.journal().billedNumbers());

            try (HlrProcess verify = verify(service)) {
                assertThat(verify.exitCode()).isZero();
            }
            assertThat(counts().batches(BatchState.ACCEPTED)).isEqualTo(BATCHES);
            assertThat(service.journal().submissionCount()).isEqualTo(BATCHES);
            assertThat(service.journal().billedNumbers()).isEqualTo(NUMBERS);
        }
    }

    private HlrProcess verify(FakeSmsPartner service) throws IOException {
        return HlrProcess.start(
                Map.of(
                        "SMSPARTNER_API_KEY",
                        service.key().reveal(),
                        "HLR_BASE_URL",
                        service.baseUrl().toString()),
                "verify",
                "--no-wait",
                "--ledger",
                books.toString(),
                "--run",
                "spring",
                "--output",
                folder.resolve("results.csv").toString(),
                numbers.toString());
    }

    private RunCounts counts() {
        try (Ledger ledger = SqliteLedger.open(books)) {
            return ledger.counts(RunName.of("spring"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
