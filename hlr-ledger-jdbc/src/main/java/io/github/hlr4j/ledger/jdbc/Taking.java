package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.bulk.spi.UnknownAttemptException;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What notifications do to the books: many of them in one transaction.
 *
 * <p>Attempts are locked first, then come the money of their runs, results and batches, each kind in the order of its keys: of
 * two nodes that take the same results at the same time one waits for the other, and never each for the other.
 */
final class Taking {

    private static final Comparator<Correlation> BY_BYTES =
            Comparator.comparing(Attempts::bytes, Arrays::compareUnsigned);

    private final Database database;
    private final Attempts attempts;

    /** Attempts that cannot change any more, so that the usual notification reads nothing. */
    private final Recent<Correlation, Heard> settledForGood = new Recent<>();

    private final GroupCommit<Notification, Taken> commits;

    Taking(Database database, Attempts attempts) {
        this.database = database;
        this.attempts = attempts;
        this.commits = new GroupCommit<>(this::takeTogether);
    }

    /** One call of {@link #take}. */
    private record Notification(Correlation correlation, List<HlrNotification> results, Instant now) {}

    /** An attempt after a notification arrived at its address. */
    private record Heard(long run, Attempt attempt, boolean isOnly, boolean paidTwice) {

        /**
         * Accepted, named by the service and alone in its batch: such an attempt stays as it is, and since an accepted batch
         * is not attempted again, it stays alone.
         */
        boolean isSettledForGood() {
            return isOnly
                    && attempt.state() == BatchState.ACCEPTED
                    && attempt.campaign().isPresent();
        }
    }

    /** A result on its way into the database, and where its verdict belongs. */
    private record Incoming(
            ResultRows.Key key, HlrNotification result, Instant now, List<Verdict> verdicts, int position) {

        Object[] values() {
            return ResultRows.values(key, result, now);
        }
    }

    /** Returns when the results are safe; see {@link io.github.hlr4j.bulk.spi.Ledger#take}. */
    Taken take(Correlation correlation, List<HlrNotification> results, Instant now) {
        return commits.run(new Notification(correlation, List.copyOf(results), now));
    }

    private List<Supplier<Taken>> takeTogether(Supplier<List<Notification>> waiting) {
        Map<Correlation, Heard> heard = new HashMap<>();
        List<Supplier<Taken>> outcomes = database.write(session -> {
            List<Notification> group = waiting.get();
            heard.putAll(hear(session, group));
            return keep(session, group, heard);
        });
        heard.forEach((correlation, attempt) -> {
            if (attempt.isSettledForGood()) {
                settledForGood.put(correlation, attempt);
            }
        });
        return outcomes;
    }

    /** Finds the attempts that exist and lets them know that they were heard of. */
    private Map<Correlation, Heard> hear(Session session, List<Notification> group) throws SQLException {
        Map<Correlation, Heard> heard = new HashMap<>();
        List<Attempts.Row> locked = new ArrayList<>();
        for (Correlation correlation : distinct(group)) {
            Optional<Heard> known = settledForGood.get(correlation);
            if (known.isPresent()) {
                heard.put(correlation, known.get());
            } else {
                attempts.lock(session, correlation).ifPresent(locked::add);
            }
        }
        locked.sort(Comparator.comparingLong(Attempts.Row::run));
        for (Attempts.Row row : locked) {
            heard.put(row.attempt().correlation(), hear(session, row));
        }
        return heard;
    }

    private static List<Correlation> distinct(List<Notification> group) {
        return group.stream()
                .map(Notification::correlation)
                .distinct()
                .sorted(BY_BYTES)
                .toList();
    }

    private Heard hear(Session session, Attempts.Row row) throws SQLException {
        Attempt now = row.attempt().heardOf();
        attempts.replace(session, row, now);
        boolean isOnly = row.isLast() && now.ordinal() == 1;
        boolean paidTwice = !isOnly && attempts.others(session, row).stream().anyMatch(BatchState::isSpent);
        return new Heard(row.run(), now, isOnly, paidTwice);
    }

    private static List<Supplier<Taken>> keep(Session session, List<Notification> group, Map<Correlation, Heard> heard)
            throws SQLException {
        List<Incoming> incoming = new ArrayList<>();
        List<Supplier<Taken>> outcomes = new ArrayList<>(group.size());
        for (Notification notification : group) {
            Heard attempt = heard.get(notification.correlation());
            List<Verdict> verdicts =
                    Arrays.asList(new Verdict[notification.results().size()]);
            if (attempt == null) {
                outcomes.add(() -> {
                    throw new UnknownAttemptException(notification.correlation());
                });
            } else {
                addIncoming(incoming, notification, attempt, verdicts);
                outcomes.add(() -> new Taken(attempt.attempt(), verdicts, attempt.paidTwice()));
            }
        }
        incoming.sort(Comparator.comparing(Incoming::key));
        write(session, incoming);
        return outcomes;
    }

    private static void addIncoming(
            List<Incoming> incoming, Notification notification, Heard heard, List<Verdict> verdicts) {
        List<HlrNotification> results = notification.results();
        for (int i = 0; i < results.size(); i++) {
            long phone = PackedNumbers.pack(results.get(i).phone());
            ResultRows.Key key = new ResultRows.Key(heard.run(), heard.attempt().batch(), phone);
            incoming.add(new Incoming(key, results.get(i), notification.now(), verdicts, i));
        }
    }

    private static void write(Session session, List<Incoming> sorted) throws SQLException {
        int[] inserted =
                ResultRows.insert(session, sorted.stream().map(Incoming::values).toList());
        Map<ResultRows.Key, Integer> answered = new TreeMap<>();
        for (int i = 0; i < inserted.length; i++) {
            Incoming each = sorted.get(i);
            each.verdicts().set(each.position(), inserted[i] == 1 ? Verdict.FIRST : repeated(session, each));
            if (inserted[i] == 1) {
                answered.merge(new ResultRows.Key(each.key().run(), each.key().batch(), 0), 1, Integer::sum);
            }
        }
        session.updateAll(
                "UPDATE hlr_batches SET answered = answered + ? WHERE run = ? AND number = ?",
                answered.entrySet().stream()
                        .map(batch -> new Object[] {
                            batch.getValue(),
                            batch.getKey().run(),
                            batch.getKey().batch()
                        })
                        .toList());
    }

    private static Verdict repeated(Session session, Incoming again) throws SQLException {
        return ResultRows.isKept(session, again.key(), again.result()) ? Verdict.DUPLICATE : Verdict.CONFLICT;
    }
}
