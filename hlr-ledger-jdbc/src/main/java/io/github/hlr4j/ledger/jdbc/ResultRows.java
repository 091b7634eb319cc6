package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of results, the first one of each number of a batch. */
final class ResultRows {

    private static final String INSERT =
            "INSERT INTO hlr_results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final Map<String, HlrStatus> STATUSES = Arrays.stream(HlrStatus.values())
            .collect(Collectors.toUnmodifiableMap(HlrStatus::name, Function.identity()));

    private ResultRows() {}

    /** A number of a batch, in the order in which everybody writes them, so that nobody waits for each other. */
    record Key(long run, int batch, long phone) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byRun = Long.compare(run, other.run);
            int byBatch = byRun == 0 ? Integer.compare(batch, other.batch) : byRun;
            return byBatch == 0 ? Long.compare(phone, other.phone) : byBatch;
        }
    }

    /** Writes results down, and returns for each of them 1, or 0 where the number has one. */
    static int[] insert(Session session, List<Object[]> rows) throws SQLException {
        return session.updateAll(INSERT, rows);
    }

    static Object[] values(Key key, HlrNotification result, Instant now) {
        return new Object[] {
            key.run(),
            key.batch(),
            key.phone(),
            Moments.toNanos(now),
            fingerprint(result),
            result.status().name(),
            text(result.errorGrpId()),
            text(result.errorName()),
            text(result.errorDescription()),
            result.network().map(NetworkCode::digits).orElse(null),
            result.ported().map(ported -> ported ? 1 : 0).orElse(null),
            text(result.messageId()),
            result.reportedAt().map(Instant::toString).orElse(null)
        };
    }

    /** Whether a result says the same as the one that is kept. */
    static boolean isKept(Session session, Key key, HlrNotification result) throws SQLException {
        return session.first(
                        "SELECT fingerprint FROM hlr_results WHERE run = ? AND batch = ? AND phone = ?",
                        row -> row.getString(1),
                        key.run(),
                        key.batch(),
                        key.phone())
                .orElseThrow()
                .equals(fingerprint(result));
    }

    /** The results of a batch by the digits of their numbers. */
    static Map<Long, HlrNotification> ofBatch(Session session, long run, int batch) throws SQLException {
        return session
                .all(
                        "SELECT phone, status, error_grp_id, error_name, error_description, network, ported, message_id,"
                                + " reported_at FROM hlr_results WHERE run = ? AND batch = ?",
                        row -> Map.entry(row.getLong("phone"), notification(row)),
                        run,
                        batch)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The keys of the results that follow one and were received since a moment, so many at the most. */
    static List<Key> receivedSince(Session session, Instant since, Key last, int limit) throws SQLException {
        return session.all(
                "SELECT run, batch, phone FROM hlr_results WHERE (run, batch, phone) > (?, ?, ?) AND received_at >= ?"
                        + " ORDER BY run, batch, phone LIMIT " + limit,
                row -> new Key(row.getLong(1), row.getInt(2), row.getLong(3)),
                last.run(),
                last.batch(),
                last.phone(),
                Moments.toNanos(since));
    }

    private static HlrNotification notification(ResultSet row) throws SQLException {
        PhoneNumber phone = PackedNumbers.unpack(row.getLong("phone"));
        int ported = row.getInt("ported");
        Optional<Boolean> knownPorted = row.wasNull() ? Optional.empty() : Optional.of(ported == 1);
        return new HlrNotification(
                phone,
                STATUSES.getOrDefault(row.getString("status"), HlrStatus.UNKNOWN),
                Optional.ofNullable(row.getString("error_grp_id")),
                Optional.ofNullable(row.getString("error_name")),
                Optional.ofNullable(row.getString("error_description")),
                Optional.ofNullable(row.getString("network")).map(NetworkCode::parse),
                knownPorted,
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("reported_at")).map(Instant::parse));
    }

    private static String fingerprint(HlrNotification result) {
        return Texts.storable(result.fingerprint());
    }

    private static String text(Optional<String> text) {
        return text.map(Texts::storable).orElse(null);
    }
}
