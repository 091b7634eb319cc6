package io.github.hlr4j.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.BulkEnd;
import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.NumberSource;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.ManualClock;
import io.github.hlr4j.testkit.ReceivedSubmission;
import io.github.hlr4j.transport.jdk.JdkHttpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is sent and resumed while the clock is set back, each time by more than the grace of what is unconfirmed. */
@Timeout(120)
class SetBackClockTest {

    private static final Rate FAST = new Rate(36_000, Duration.ofSeconds(60));
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final int BATCHES = 6;
    private static final int NUMBERS = BATCHES * 500;

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final Queue<PhoneNumber> submitted = new ConcurrentLinkedQueue<>();
    private BulkVerification run;

    @Test
    void nothingIsSentTwiceAndEveryAnswerIsTaken() throws Exception {
        try (FakeSmsPartner service = FakeSmsPartner.builder()
                        .rate(FAST)
                        .onSubmission(this::setBack)
                        .start();
                HlrClient client = HlrClient.builder(service.key())
                        .baseUrl(service.baseUrl())
                        .transport(JdkHttpTransport.create())
                        .build();
                Ledger ledger = SqliteLedger.open(folder.resolve("books.db"));
                Door door = Door.open()) {
            run = run(client, ledger, door);
            door.receive(run.receiver());
            run.start(numbers());
            assertThat(run.await(Duration.ZERO).end()).isEqualTo(BulkEnd.CANCELLED);
            assertThat(submitted).hasSizeLessThan(BATCHES);

            run = run(client, ledger, door);
            run.start(numbers());
            BulkReport report = run.await(PATIENCE);

            assertThat(report.isComplete()).as(report.explanation()).isTrue();
            assertThat(submitted).hasSize(BATCHES).doesNotHaveDuplicates();
            assertThat(report.counts().answered()).isEqualTo(NUMBERS);
            assertThat(report.counts().spent().value())
                    .isEqualTo(service.journal().billedNumbers() * MicroEuros.DOCUMENTED_PRICE.value());
        }
    }

    /** Sets the clock back with each request, and ends the run with the second one. */
    private void setBack(ReceivedSubmission submission) {
        clock.advance(Duration.ofDays(-2));
        submitted.add(submission.numbers().get(0));
        if (submitted.size() == 2) {
            run.cancel();
        }
    }

    private BulkVerification run(HlrClient client, Ledger ledger, Door door) {
        return BulkVerification.builder(client, ledger)
                .name("spring")
                .at(door.url())
                .rate(FAST)
                .clock(clock)
                .build();
    }

    private static NumberSource numbers() {
        return NumberSource.of(IntStream.range(0, NUMBERS)
                .mapToObj(i -> new PhoneNumber("+3363998" + "%04d".formatted(i)))
                .toList());
    }
}
