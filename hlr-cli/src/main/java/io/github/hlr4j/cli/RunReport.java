package io.github.hlr4j.cli;

import io.github.hlr4j.Reachability;
import io.github.hlr4j.bulk.BulkEnd;
import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.cli.report.ResultTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be said about a run when it is over, and its exit code.
 *
 * @param report where the run stands
 * @param open the batches that were not accepted, or that nobody is sure of
 * @param troubles what the batches of this process met
 * @param waited whether answers were waited for
 * @param interrupted whether somebody interrupted it
 * @param kept whether it can be resumed from a ledger
 */
record RunReport(
        BulkReport report, List<Attempt> open, Troubles troubles, boolean waited, boolean interrupted, boolean kept) {

    /** The states of the batches that are open. */
    static final Set<BatchState> OPEN =
            Set.of(BatchState.UNCONFIRMED, BatchState.PRESUMED_NOT_ACCEPTED, BatchState.REJECTED, BatchState.NOT_SENT);

    private static final Set<BatchState> DOUBTFUL = Set.of(BatchState.UNCONFIRMED, BatchState.PRESUMED_NOT_ACCEPTED);

    int exitCode() {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (report.end() == BulkEnd.CAP_REACHED) {
            return ExitCode.CAP_REACHED;
        }
        if (untried() + in(BatchState.REJECTED) + in(BatchState.NOT_SENT) + in(BatchState.PRESUMED_NOT_ACCEPTED) > 0) {
            return ExitCode.REFUSED;
        }
        if (in(BatchState.UNCONFIRMED) + in(BatchState.INTENT) > 0) {
            return ExitCode.UNCONFIRMED;
        }
        return waited && missing() > 0 ? ExitCode.MISSING : ExitCode.OK;
    }

    /** One line for each kind of trouble, with the batches that met it. */
    List<String> lines() {
        List<Integer> doubtful = open.stream()
                .filter(attempt -> DOUBTFUL.contains(attempt.state()))
                .map(Attempt::batch)
                .toList();
        List<String> lines = new ArrayList<>(troubles.lines(doubtful));
        List<Integer> fromBefore = doubtful.stream()
                .filter(batch -> !troubles.withoutReply().contains(batch))
                .toList();
        if (!fromBefore.isEmpty()) {
            lines.add((fromBefore.size() == 1 ? "batch " : "batches ") + BatchNumbers.of(fromBefore)
                    + (fromBefore.size() == 1 ? " is" : " are")
                    + " unconfirmed since before: 'hlr unconfirmed' lists them and says what can be done");
        }
        if (in(BatchState.INTENT) > 0) {
            lines.add(counted(in(BatchState.INTENT), "batch is", "batches are")
                    + " with another process, or with one that ended: 'hlr status' says what becomes of them");
        }
        if (interrupted) {
            lines.add(0, interruption());
        } else if (untried() > 0) {
            lines.add(stop(lines));
        } else if (waited && in(BatchState.UNCONFIRMED) == 0 && missing() > 0) {
            lines.add(counted(missing(), "number has", "numbers have") + " no answer yet; "
                    + (kept ? "the same command goes on waiting" : "--wait gives them more time"));
        }
        return lines;
    }

    /** One line for whoever watched. */
    String summary(ResultTally tally) {
        Map<Reachability, Long> counts = tally.byReachability();
        String byReachability = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return tally.total() + " of " + report.run().facts().numbers() + " numbers answered"
                + (byReachability.isEmpty() ? "" : ": " + byReachability)
                + (report.counts().spent().value() == 0
                        ? ""
                        : "; cost " + report.counts().spent())
                + (report.counts().atRisk().value() == 0
                        ? ""
                        : "; at risk " + report.counts().atRisk());
    }

    /** Why the rest was not sent; where a batch's trouble is the reason, on its line. */
    private String stop(List<String> lines) {
        String left = counted(untried(), "more batch was", "more batches were") + " not sent";
        boolean said = report.end() == BulkEnd.ACCOUNT_REFUSED || report.end() == BulkEnd.SERVICE_UNREACHABLE;
        if (said && !lines.isEmpty()) {
            return lines.remove(lines.size() - 1) + "; " + left;
        }
        return report.explanation() + "; " + left;
    }

    private String interruption() {
        if (untried() == 0) {
            return "interrupted; no batch was left over"
                    + (missing() == 0
                            ? ""
                            : ", " + counted(missing(), "number has", "numbers have") + " no answer yet");
        }
        String left =
                "interrupted; " + counted(untried(), "batch was", "batches were") + " not sent; to go on, run it again";
        List<Integer> doubtful = troubles.withoutReply();
        if (kept) {
            return left + " with the same --ledger and --run";
        }
        return left + " with the numbers that have neither campaign_id nor status"
                + (doubtful.isEmpty()
                        ? ""
                        : ", but not those of " + troubles.name(doubtful) + ", which may have been billed");
    }

    private int untried() {
        return in(BatchState.PLANNED);
    }

    private long missing() {
        return report.counts().missing();
    }

    private int in(BatchState state) {
        return report.counts().batches(state);
    }

    private static String counted(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
