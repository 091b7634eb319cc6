package io.github.hlr4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.bulk.BulkEnd;
import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunReportTest {

    @Test
    void aBatchThatAnotherProcessHasIsNotASuccessYet() {
        RunCounts.Tally counts = new RunCounts.Tally();
        counts.add(BatchState.ACCEPTED, 3, 1_500);
        counts.add(BatchState.INTENT, 1, 500);

        RunReport report = unwaited(counts);

        assertThat(report.exitCode()).isEqualTo(ExitCode.UNCONFIRMED);
        assertThat(report.lines())
                .containsExactly("1 batch is with another process, or with one that ended:"
                        + " 'hlr status' says what becomes of them");
    }

    @Test
    void withoutWaitingEveryBatchAcceptedIsASuccess() {
        RunCounts.Tally counts = new RunCounts.Tally();
        counts.add(BatchState.ACCEPTED, 4, 2_000);

        assertThat(unwaited(counts).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(unwaited(counts).lines()).isEmpty();
    }

    private static RunReport unwaited(RunCounts.Tally counts) {
        RunRecord run = new RunRecord(
                RunName.of("spring"),
                "account",
                new PlanFacts(2_000, 0, 0, "digest"),
                4,
                Optional.empty(),
                Instant.EPOCH);
        BulkReport end = new BulkReport(
                run, counts.with(0, 0, MicroEuros.NONE, MicroEuros.NONE), BulkEnd.ALL_SENT, "all batches were sent");
        return new RunReport(end, List.of(), new Troubles(), false, false, true);
    }
}
