package io.github.hlr4j.cli;

import io.github.hlr4j.Cost;
import io.github.hlr4j.Submission;
import io.github.hlr4j.SubmissionException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be said about a run when it is over, and its exit code. */
final class RunReport {

    private final BatchRun run;
    private final boolean waited;

    RunReport(BatchRun run, boolean waited) {
        this.run = run;
        this.waited = waited;
    }

    int exitCode() {
        if (run.wasInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        if (run.batches().stream().anyMatch(batch -> !batch.isAccepted() && !batch.isUnconfirmed())) {
            return ExitCode.REFUSED;
        }
        if (run.batches().stream().anyMatch(Batch::isUnconfirmed)) {
            return ExitCode.UNCONFIRMED;
        }
        return waited && missing() > 0 ? ExitCode.MISSING : ExitCode.OK;
    }

    /** One line for each kind of trouble, with the batches that met it. */
    List<String> troubles() {
        Map<String, List<Batch>> byTrouble = new LinkedHashMap<>();
        for (Batch batch : run.batches()) {
            troubleOf(batch)
                    .ifPresent(trouble -> byTrouble
                            .computeIfAbsent(trouble, ignored -> new ArrayList<>())
                            .add(batch));
        }
        List<String> lines = new ArrayList<>();
        byTrouble.forEach((trouble, batches) -> lines.add(named(batches) + " " + trouble));
        if (run.wasInterrupted()) {
            lines.add(0, interruption());
        } else if (untried() > 0) {
            String cause = lines.isEmpty() ? "" : lines.remove(lines.size() - 1) + "; ";
            lines.add(cause + counted(untried(), "more batch was", "more batches were") + " not sent");
        } else if (waited && missing() > 0) {
            lines.add(counted(missing(), "number has", "numbers have") + " no answer yet; --wait gives them more time");
        }
        return lines;
    }

    /** The outcomes that are no acceptance, as exceptions with their causes. */
    List<Throwable> causes() {
        return run.batches().stream()
                .flatMap(batch -> batch.submission().stream())
                .filter(outcome -> !(outcome instanceof Submission.Accepted))
                .<Throwable>map(SubmissionException::new)
                .toList();
    }

    /** One line for whoever watched. */
    String summary() {
        long answered = run.rows().filter(row -> row.answer().isPresent()).count();
        Map<String, Long> byReachability = run.rows()
                .flatMap(row -> row.answer().stream())
                .collect(
                        Collectors.groupingBy(a -> a.reachability().name(), LinkedHashMap::new, Collectors.counting()));
        String counts = byReachability.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return answered + " of " + run.rows().count() + " numbers answered"
                + (counts.isEmpty() ? "" : ": " + counts)
                + cost();
    }

    private String interruption() {
        List<Batch> doubtful =
                run.batches().stream().filter(Batch::lostItsReply).toList();
        if (untried() == 0) {
            return "interrupted; no batch was left over"
                    + (missing() == 0
                            ? ""
                            : ", " + counted(missing(), "number has", "numbers have") + " no answer yet");
        }
        return "interrupted; " + counted(untried(), "batch was", "batches were")
                + " not sent; to go on, run it again with"
                + " the numbers that have neither campaign_id nor status"
                + (doubtful.isEmpty() ? "" : ", but not those of " + name(doubtful) + ", which may have been billed");
    }

    private long untried() {
        return run.batches().stream()
                .filter(batch -> batch.submission().isEmpty())
                .count();
    }

    private long missing() {
        return run.batches().stream()
                .filter(Batch::isAccepted)
                .mapToLong(Batch::missing)
                .sum();
    }

    private static String counted(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private String cost() {
        Map<Currency, BigDecimal> sums = new LinkedHashMap<>();
        run.batches().stream()
                .flatMap(batch -> batch.submission().stream())
                .filter(Submission.Accepted.class::isInstance)
                .map(accepted -> ((Submission.Accepted) accepted).cost())
                .forEach(cost -> sums.merge(cost.currency(), cost.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> "; cost " + new Cost(sum.getValue(), sum.getKey()))
                .collect(Collectors.joining());
    }

    private static Optional<String> troubleOf(Batch batch) {
        if (batch.submission().isEmpty()) {
            return Optional.empty();
        }
        Submission outcome = batch.submission().get();
        if (outcome instanceof Submission.Accepted accepted) {
            return mismatch(accepted, batch.request().numbers().size());
        }
        if (batch.isAccepted()) {
            return Optional.empty();
        }
        if (outcome instanceof Submission.Rejected rejected) {
            return Optional.of("refused: " + rejected.error() + advice(rejected));
        }
        if (outcome instanceof Submission.Throttled) {
            return Optional.of("not accepted: the service says that more requests are sent than it allows (429);"
                    + " is its key used elsewhere? Nothing was charged");
        }
        if (outcome instanceof Submission.NotSent notSent) {
            return Optional.of("not sent: " + notSent.cause().getMessage());
        }
        return Optional.of("left unconfirmed: "
                + ((Submission.Unconfirmed) outcome).cause().getMessage() + "; it was not sent again");
    }

    private static Optional<String> mismatch(Submission.Accepted accepted, int asked) {
        return accepted.numberCount() == asked
                ? Optional.empty()
                : Optional.of("accepted, but the service took " + accepted.numberCount() + " numbers instead of "
                        + asked + " and charged " + accepted.cost());
    }

    private static String advice(Submission.Rejected rejected) {
        return switch (rejected.error().reason()) {
            case API_KEY_REQUIRED, INVALID_API_KEY ->
                "; check the key in " + Service.KEY_VARIABLE + " or --api-key-file";
            case INSUFFICIENT_CREDIT -> "; the account needs more credit";
            case ACCOUNT_DISABLED, ACCOUNT_BLOCKED, ACCESS_DENIED -> "; ask the service's support why";
            case IP_NOT_AUTHORISED -> "; allow this machine's address in the account's settings";
            default -> "";
        };
    }

    private static String named(List<Batch> batches) {
        return name(batches) + (batches.size() == 1 ? " was" : " were");
    }

    private static String name(List<Batch> batches) {
        return batches.size() == 1
                ? batches.get(0).toString()
                : "batches " + BatchNumbers.of(batches) + " (of up to 500 numbers, in the order of the results)";
    }
}
