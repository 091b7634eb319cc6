package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
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

    @Test
    void aRunThatIsTerminatedLeavesNothingInDoubtAndGoesOnWithTheSameCommand() throws Exception {
        BookedRun run = new BookedRun(folder.resolve("books.db").toString(), BATCHES, folder);
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
            try (HlrProcess verify = run.verify(service)) {
                inTheMiddle.await();
                verify.terminate();
                assertThat(verify.nextErrLine()).contains("without --public-url");
                assertThat(verify.nextErrLine()).contains("waiting for the replies to requests that have left");
                replying.countDown();

                assertThat(verify.exitCode()).isEqualTo(143);
            }
            RunCounts counts = run.counts();
            assertThat(counts.batches(BatchState.ACCEPTED)).isBetween(2, BATCHES - 1);
            assertThat(counts.batches(BatchState.PLANNED)).isEqualTo(BATCHES - counts.batches(BatchState.ACCEPTED));
            assertThat(counts.numbers(BatchState.ACCEPTED))
                    .isEqualTo(service.journal().billedNumbers());

            try (HlrProcess verify = run.verify(service)) {
                assertThat(verify.exitCode()).isZero();
            }
            assertThat(run.batches(BatchState.ACCEPTED)).isEqualTo(BATCHES);
            assertThat(service.journal().submissionCount()).isEqualTo(BATCHES);
            assertThat(service.journal().billedNumbers()).isEqualTo(NUMBERS);
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
