package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.RunName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is read of millions of numbers, a page at a time. */
final class Reports {

    private static final int KEYS_AT_ONCE = 5_000;
    private static final ResultRows.Key BEFORE_ALL = new ResultRows.Key(Long.MIN_VALUE, 0, 0);

    private final Database database;
    private final Runs runs;

    Reports(Database database, Runs runs) {
        this.database = database;
        this.runs = runs;
    }

    Stream<NumberResult> results(RunName name) {
        Runs.Row run = database.read(session -> runs.get(session, name));
        return IntStream.rangeClosed(1, run.run().batches())
                .boxed()
                .flatMap(batch -> database.read(session -> resultsOf(session, run.id(), batch)).stream());
    }

    private List<NumberResult> resultsOf(Session session, long run, int batch) throws SQLException {
        Map<Long, HlrNotification> results = ResultRows.ofBatch(session, run, batch);
        Standing standing = standing(session, run, batch);
        return Arrays.stream(PackedNumbers.digits(runs.numbers(session, run, batch)))
                .mapToObj(digits -> new NumberResult(
                        PackedNumbers.unpack(digits),
                        standing.state(),
                        standing.campaign(),
                        Optional.ofNullable(results.get(digits))))
                .toList();
    }

    private record Standing(BatchState state, Optional<CampaignId> campaign) {}

    private static Standing standing(Session session, long run, int batch) throws SQLException {
        return session.first(
                        "SELECT a.state, a.campaign FROM hlr_batches b JOIN hlr_attempts a ON a.correlation = b.last_attempt"
                                + " WHERE b.run = ? AND b.number = ?",
                        row -> new Standing(
                                BatchState.valueOf(row.getString(1)),
                                Optional.ofNullable(row.getString(2)).map(CampaignId::new)),
                        run,
                        batch)
                .orElse(new Standing(BatchState.PLANNED, Optional.empty()));
    }

    Stream<PhoneNumber> answeredSince(Instant since) {
        return Stream.iterate(
                        answeredSince(since, BEFORE_ALL),
                        page -> !page.isEmpty(),
                        page -> answeredSince(since, page.get(page.size() - 1)))
                .flatMap(List::stream)
                .map(key -> PackedNumbers.unpack(key.phone()));
    }

    private List<ResultRows.Key> answeredSince(Instant since, ResultRows.Key last) {
        return database.read(session -> ResultRows.receivedSince(session, since, last, KEYS_AT_ONCE));
    }
}
