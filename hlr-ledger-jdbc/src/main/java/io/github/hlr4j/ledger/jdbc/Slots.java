package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.quota.SlotQuota;
import io.github.hlr4j.spi.RequestQuota.Usage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The slots of {@link SlotQuota} as rows: one for each request whose slot is not free again, with the time when it will be.
 *
 * <p>A row is written before its request leaves, as if that were never answered, and so frees itself where its process dies; it
 * is in flight for the longest that an exchange can take, or until whoever sends alone finds that its process is gone. All who share the database lock the one row of the quota first, and go by one clock. Times are nanoseconds.
 */
final class Slots {

    /** Longer than any request takes, its connection and its reply included. */
    private static final long LONGEST_EXCHANGE = Duration.ofMinutes(2).toNanos();

    private final Database database;
    private final int slots;
    private final long pacing;
    private final long holdAnswered;
    private final long holdUnanswered;

    Slots(Database database, Rate rate) {
        long window = rate.window().toNanos();
        this.database = database;
        this.slots = rate.requests();
        this.pacing = window * 102 / 100 / rate.requests();
        this.holdAnswered = window + window / 60;
        this.holdUnanswered = window + window / 2 + window / 60;
    }

    /**
     * What a caller gets.
     *
     * @param slot the slot that he took; empty if he has to wait
     * @param toWait how long he has to, if those in flight are answered now and nobody is throttled
     */
    record Answer(Optional<String> slot, long toWait) {}

    /** The rows at one moment. */
    private record Book(long now, long nextStart, int inFlight, List<Long> heldUntil) {}

    /**
     * Asks for a slot.
     *
     * @param ahead how many others of this process are first; a slot is given only where nobody is
     */
    Answer ask(int ahead) {
        return database.write(session -> {
            Book book = open(session);
            long earliest = earliestStart(book, ahead);
            if (ahead > 0 || earliest > book.now() || book.inFlight() >= SlotQuota.DEFAULT_IN_FLIGHT) {
                return new Answer(Optional.empty(), earliest - book.now());
            }
            return new Answer(Optional.of(start(session, book.now())), 0);
        });
    }

    /** Nobody is sending: what was in flight is held like anything that was not answered, and makes room for others to fly. */
    static void endAllInFlight(Session session) throws SQLException {
        session.update("UPDATE hlr_slots SET in_flight = 0");
    }

    /** Writes down what became of the request of a slot, also where the slot has freed itself meanwhile. */
    void release(String slot, Usage usage) {
        database.write(session -> {
            lock(session);
            long now = database.dialect().nanos(session);
            return switch (usage) {
                case NOT_SENT -> session.update("DELETE FROM hlr_slots WHERE id = ?", slot);
                case ANSWERED -> hold(session, slot, 0, now + holdAnswered);
                case UNANSWERED -> hold(session, slot, 0, now + holdUnanswered);
                case THROTTLED -> {
                    hold(session, slot, 0, now + holdAnswered);
                    yield session.update(
                            "UPDATE hlr_quota SET next_start = ? WHERE next_start < ?",
                            now + holdAnswered,
                            now + holdAnswered);
                }
            };
        });
    }

    private long lock(Session session) throws SQLException {
        return session.first(
                        "SELECT q.next_start FROM hlr_quota q WHERE q.id = 1"
                                + database.dialect().forUpdate("q"),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private Book open(Session session) throws SQLException {
        long nextStart = lock(session);
        long now = database.dialect().nanos(session);
        session.update("DELETE FROM hlr_slots WHERE free_at <= ?", now);
        session.update("UPDATE hlr_slots SET in_flight = 0 WHERE free_at <= ?", now + holdUnanswered);
        shorten(session, 0, now + holdUnanswered);
        shorten(session, 1, now + LONGEST_EXCHANGE + holdUnanswered);
        List<Long> heldUntil = session.all(
                "SELECT free_at FROM hlr_slots WHERE in_flight = 0 ORDER BY free_at", row -> row.getLong(1));
        int inFlight = session.first("SELECT count(*) FROM hlr_slots WHERE in_flight = 1", row -> row.getInt(1))
                .orElseThrow();
        return new Book(now, shortened(session, nextStart, now + holdAnswered), inFlight, heldUntil);
    }

    /** A clock that was set back leaves times far ahead: nothing is held for longer than it would be if it were used now. */
    private static void shorten(Session session, int inFlight, long longest) throws SQLException {
        session.update(
                "UPDATE hlr_slots SET free_at = ? WHERE in_flight = ? AND free_at > ?", longest, inFlight, longest);
    }

    private static long shortened(Session session, long nextStart, long longest) throws SQLException {
        if (nextStart <= longest) {
            return nextStart;
        }
        session.update("UPDATE hlr_quota SET next_start = ?", longest);
        return longest;
    }

    private long earliestStart(Book book, int ahead) {
        long paced = Math.max(book.now(), book.nextStart()) + ahead * pacing;
        return Math.max(paced, slotFreeAt(book, ahead));
    }

    private long slotFreeAt(Book book, int ahead) {
        List<Long> heldUntil = book.heldUntil();
        int toWaitFor = ahead + 1 - (slots - book.inFlight() - heldUntil.size());
        if (toWaitFor <= 0) {
            return book.now();
        }
        return toWaitFor > heldUntil.size() ? book.now() + holdAnswered : heldUntil.get(toWaitFor - 1);
    }

    private String start(Session session, long now) throws SQLException {
        String slot = UUID.randomUUID().toString();
        hold(session, slot, 1, now + LONGEST_EXCHANGE + holdUnanswered);
        session.update("UPDATE hlr_quota SET next_start = ?", now + pacing);
        return slot;
    }

    private static int hold(Session session, String slot, int inFlight, long freeAt) throws SQLException {
        return session.update(
                "INSERT INTO hlr_slots VALUES (?, ?, ?) ON CONFLICT (id)"
                        + " DO UPDATE SET in_flight = excluded.in_flight, free_at = excluded.free_at",
                slot,
                inFlight,
                freeAt);
    }
}
