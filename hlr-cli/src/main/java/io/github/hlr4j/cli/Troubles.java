package io.github.hlr4j.cli;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.SubmissionException;
import io.github.hlr4j.bulk.BulkListener;
import io.github.hlr4j.bulk.spi.Attempt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Remembers the batches of this process that met trouble, and says it at the end: one line for each kind. */
final class Troubles implements BulkListener {

    private final Map<Integer, Trouble> byBatch = new TreeMap<>();
    private final Set<Integer> paidTwice = new TreeSet<>();

    /** How the last attempt of a batch ended, with its ends as people see them. */
    private record Trouble(int size, PhoneNumber first, PhoneNumber last, Submission outcome) {}

    @Override
    public synchronized void settled(Attempt attempt, List<PhoneNumber> numbers, Submission outcome) {
        if (describe(outcome, attempt.size()).isEmpty()) {
            byBatch.remove(attempt.batch());
        } else {
            byBatch.put(
                    attempt.batch(),
                    new Trouble(numbers.size(), numbers.get(0), numbers.get(numbers.size() - 1), outcome));
        }
    }

    @Override
    public synchronized void paidTwice(Attempt attempt) {
        paidTwice.add(attempt.batch());
    }

    /** The lines, without those of batches that were unconfirmed and are not in doubt any more. */
    synchronized List<String> lines(Collection<Integer> doubtful) {
        Map<String, List<Integer>> byTrouble = new LinkedHashMap<>();
        byBatch.forEach((batch, trouble) -> {
            boolean proven = trouble.outcome instanceof Submission.Unconfirmed && !doubtful.contains(batch);
            if (!proven) {
                byTrouble
                        .computeIfAbsent(
                                describe(trouble.outcome, trouble.size).orElseThrow(), ignored -> new ArrayList<>())
                        .add(batch);
            }
        });
        List<String> lines = new ArrayList<>();
        byTrouble.forEach((text, batches) -> lines.add(named(batches) + " " + text));
        if (!paidTwice.isEmpty()) {
            lines.add("batches " + BatchNumbers.of(paidTwice)
                    + " were accepted under two addresses: they were paid for twice");
        }
        return lines;
    }

    /** The batches whose reply was lost here, even if answers have proved since that they were accepted. */
    synchronized List<Integer> withoutReply() {
        return byBatch.entrySet().stream()
                .filter(entry -> entry.getValue().outcome instanceof Submission.Unconfirmed)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The outcomes as exceptions with their causes. */
    synchronized List<Throwable> causes() {
        return byBatch.values().stream()
                .<Throwable>map(trouble -> new SubmissionException(trouble.outcome))
                .toList();
    }

    /** Words for batches: for a single one also which numbers it has, masked. */
    synchronized String name(List<Integer> batches) {
        if (batches.size() > 1 || !byBatch.containsKey(batches.get(0))) {
            return (batches.size() > 1 ? "batches " : "batch ") + BatchNumbers.of(batches)
                    + " (of up to 500 numbers, in the order of the results)";
        }
        Trouble trouble = byBatch.get(batches.get(0));
        return "batch " + batches.get(0)
                + (trouble.size == 1
                        ? " (" + trouble.first + ")"
                        : " (" + trouble.size + " numbers from " + trouble.first + " to " + trouble.last + ")");
    }

    private String named(List<Integer> batches) {
        return name(batches) + (batches.size() == 1 ? " was" : " were");
    }

    private static Optional<String> describe(Submission outcome, int asked) {
        if (outcome instanceof Submission.Accepted accepted) {
            return accepted.numberCount() == asked
                    ? Optional.empty()
                    : Optional.of("accepted, but the service took " + accepted.numberCount() + " numbers instead of "
                            + asked + " and charged " + accepted.cost());
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
}
