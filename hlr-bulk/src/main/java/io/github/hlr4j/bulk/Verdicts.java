package io.github.hlr4j.bulk;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.Submission;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.MicroEuros;
import java.util.Optional;

/**
 * Decides after each batch whether sending goes on, and learns what a number costs.
 *
 * <p>Safe for concurrent use.
 */
final class Verdicts {

    private static final int MOST_UNSENT_IN_A_ROW = 8;

    private final MicroEuros expected;
    private MicroEuros learnt;
    private int ended;
    private int unsentInARow;

    Verdicts(MicroEuros expected, Optional<MicroEuros> learnt) {
        this.expected = expected;
        this.learnt = learnt.orElse(null);
    }

    /** The most that a number may cost: what the service charged before, else what was said. */
    synchronized MicroEuros price() {
        return learnt == null ? expected : learnt;
    }

    /** Why nothing more should be sent after this attempt, if so. */
    synchronized Optional<SendingEnd> on(Attempt attempt, Submission outcome, boolean lastTry) {
        if (attempt.state() == BatchState.NOT_SENT && !lastTry) {
            return Optional.empty();
        }
        ended++;
        unsentInARow = attempt.state() == BatchState.NOT_SENT ? unsentInARow + 1 : 0;
        if (outcome instanceof Submission.Accepted accepted) {
            return accepted(attempt, accepted);
        }
        if (outcome instanceof Submission.Rejected rejected) {
            return rejected(rejected);
        }
        return unsentInARow > 0 ? unsent(attempt) : Optional.empty();
    }

    private Optional<SendingEnd> accepted(Attempt attempt, Submission.Accepted accepted) {
        if (accepted.numberCount() != attempt.size()) {
            return stop(
                    BulkEnd.PRICE_DIFFERS,
                    "the service took " + accepted.numberCount() + " numbers of a batch of " + attempt.size()
                            + " and charged " + accepted.cost() + "; ask its support before going on");
        }
        Optional<MicroEuros> charged = perNumber(accepted, attempt.size());
        if (charged.isEmpty() || (learnt != null && !learnt.equals(charged.get()))) {
            return stop(
                    BulkEnd.PRICE_DIFFERS,
                    "the service charged " + accepted.cost() + " for " + attempt.size() + " numbers instead of "
                            + price() + " each; ask its support before going on");
        }
        learnt = charged.get();
        return Optional.empty();
    }

    private Optional<SendingEnd> rejected(Submission.Rejected rejected) {
        boolean firstWithoutReason = ended == 1 && rejected.error().code().isEmpty();
        return firstWithoutReason || rejected.error().reason().concernsAccount()
                ? stop(BulkEnd.ACCOUNT_REFUSED, "the service refused: " + rejected.error())
                : Optional.empty();
    }

    private Optional<SendingEnd> unsent(Attempt attempt) {
        if (ended > 1 && unsentInARow < MOST_UNSENT_IN_A_ROW) {
            return Optional.empty();
        }
        String batches = ended == 1 ? "the first batch" : unsentInARow + " batches in a row";
        return stop(
                BulkEnd.SERVICE_UNREACHABLE,
                batches + " could not be sent, the last one because: "
                        + attempt.reason().orElse("no reason is known"));
    }

    private static Optional<MicroEuros> perNumber(Submission.Accepted accepted, int size) {
        try {
            long charged = MicroEuros.of(accepted.cost()).value();
            return charged % size == 0 ? Optional.of(new MicroEuros(charged / size)) : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static Optional<SendingEnd> stop(BulkEnd end, String explanation) {
        return Optional.of(new SendingEnd(end, explanation));
    }
}
