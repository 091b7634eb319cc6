package io.github.hlr4j.it.faults;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import io.github.hlr4j.testkit.Journal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a caller may learn where a fault strikes, and whether that is the truth. */
final class FaultTable {

    private static final Class<?> ACCEPTED = Submission.Accepted.class;
    private static final Class<?> REJECTED = Submission.Rejected.class;
    private static final Class<?> THROTTLED = Submission.Throttled.class;
    private static final Class<?> NOT_SENT = Submission.NotSent.class;
    private static final Class<?> UNCONFIRMED = Submission.Unconfirmed.class;

    /** The kinds that only a deadline ends. */
    private static final Set<FaultKind> WAITING = EnumSet.of(
            FaultKind.STALL_WHILE_READING,
            FaultKind.STALL_AFTER_READING,
            FaultKind.FLOOD_WITH_INTERIM_REPLIES,
            FaultKind.DRIP_HEADERS,
            FaultKind.DRIP_BODY);

    /** Accepted where the connection broke so early that another one was made, and nothing had been sent over the first. */
    private static final List<Class<?>> BEFORE_READING = List.of(NOT_SENT, UNCONFIRMED, ACCEPTED);

    /** Every kind that is not named is {@code Unconfirmed}, which is always true and never comfortable. */
    private static final Map<FaultKind, List<Class<?>>> OTHER_OUTCOMES = new TreeMap<>(Map.ofEntries(
            Map.entry(FaultKind.CLOSE_BEFORE_READING, BEFORE_READING),
            Map.entry(FaultKind.RESET_BEFORE_READING, BEFORE_READING),
            Map.entry(FaultKind.WRONG_NUMBER, List.of(ACCEPTED)),
            Map.entry(FaultKind.WRONG_COST, List.of(ACCEPTED)),
            Map.entry(FaultKind.PAGE_WITH_404, List.of(REJECTED)),
            Map.entry(FaultKind.THROTTLE, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_SECONDS, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_UNTIL_A_DATE, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_LESS_THAN_NOTHING, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_AGES, List.of(THROTTLED)),
            Map.entry(FaultKind.THROTTLE_FOR_NOBODY_KNOWS, List.of(THROTTLED))));

    private FaultTable() {}

    static boolean isEndedByTheDeadlineAlone(FaultKind kind) {
        return WAITING.contains(kind);
    }

    /** The outcomes that are right; a connection that is open already may hide that nobody listens any more. */
    static List<Class<?>> outcomes(FaultKind kind, boolean onUsedConnection) {
        if (kind == FaultKind.REFUSE_CONNECTION) {
            return onUsedConnection ? List.of(NOT_SENT, UNCONFIRMED) : List.of(NOT_SENT);
        }
        return OTHER_OUTCOMES.getOrDefault(kind, List.of(UNCONFIRMED));
    }

    /** In what an outcome and the books of the service contradict each other, if they do. */
    static Optional<String> lieAbout(PhoneNumber number, FaultKind kind, Submission outcome, FakeSmsPartner fake) {
        Journal journal = fake.journal();
        long sent = journal.submissions().stream()
                .filter(received -> received.numbers().contains(number))
                .count();
        if (sent > 1 || !journal.unmatched().isEmpty()) {
            return Optional.of("sent again");
        }
        int billed = journal.timesBilled(number);
        boolean accepted = outcome instanceof Submission.Accepted;
        boolean shouldBeBilled = accepted || (kind.isBilled() && hasStruck(kind, fake));
        if (billed != (shouldBeBilled ? 1 : 0)) {
            return Optional.of("billed " + billed + " times");
        }
        boolean saysUnbilled = outcome.safeToResubmit() || outcome instanceof Submission.Rejected;
        return saysUnbilled && billed > 0 ? Optional.of("said to be unbilled") : Optional.empty();
    }

    /** Whether it came to the fault; a call may have ended by its deadline before. */
    static boolean hasStruck(FaultKind kind, FakeSmsPartner fake) {
        return kind == FaultKind.REFUSE_CONNECTION || !fake.journal().faults().isEmpty();
    }
}
