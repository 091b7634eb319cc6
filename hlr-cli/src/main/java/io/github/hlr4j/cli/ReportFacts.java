package io.github.hlr4j.cli;

import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.cli.report.RunFacts;
import io.github.hlr4j.cli.report.RunFacts.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a run, in the words of its report page. */
final class ReportFacts {

    private ReportFacts() {}

    static RunFacts of(RunReport report, LedgerOptions books, Service service, long rejectedLines, Instant now) {
        RunCounts counts = report.report().counts();
        return new RunFacts(
                books.isKept() ? Optional.of(books.runName()) : Optional.empty(),
                now.atZone(ZoneId.systemDefault()),
                service.baseUrl().getHost(),
                counts.batches(BatchState.PLANNED) == 0,
                report.report().explanation(),
                new RunFacts.Input(
                        report.report().run().facts().numbers(),
                        report.report().run().facts().duplicates(),
                        rejectedLines),
                standings(counts),
                new RunFacts.Money(counts.spent().toCost(), counts.atRisk().toCost(), books.cap()),
                new RunFacts.Answers(counts.answered(), counts.missing()),
                open(report.open()));
    }

    private static Map<Standing, RunFacts.Batches> standings(RunCounts counts) {
        Map<Standing, RunFacts.Batches> standings = new EnumMap<>(Standing.class);
        for (BatchState state : BatchState.values()) {
            standings.merge(
                    standing(state),
                    new RunFacts.Batches(counts.batches(state), counts.numbers(state)),
                    (one, other) ->
                            new RunFacts.Batches(one.batches() + other.batches(), one.numbers() + other.numbers()));
        }
        return standings;
    }

    private static Standing standing(BatchState state) {
        return state == BatchState.INTENT ? Standing.UNCONFIRMED : Standing.valueOf(state.name());
    }

    private static List<RunFacts.OpenBatch> open(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> new RunFacts.OpenBatch(
                        attempt.batch(),
                        attempt.size(),
                        attempt.atRisk().toCost(),
                        attempt.intendedAt(),
                        standing(attempt.state()),
                        attempt.reason().orElse(""),
                        attempt.campaign()))
                .toList();
    }
}
