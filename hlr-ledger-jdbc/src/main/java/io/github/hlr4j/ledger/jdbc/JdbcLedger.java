package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.Attempt;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.RunRecord;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.bulk.spi.Taken;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A ledger in a database, of whatever dialect: each method is one transaction. */
final class JdbcLedger implements Ledger {

    private final Database database;
    private final SenderLock sender;
    private final Ticker ticker;
    private final Runs runs;
    private final Attempts attempts;
    private final Claims claims;
    private final Taking taking;
    private final Reports reports;
    private final AtomicBoolean recovered = new AtomicBoolean();

    /** Null until first asked for; a receiver asks with every notification. */
    private volatile CallbackKeys keys;

    /** Numbers of attempts, which never change. */
    private final Recent<Correlation, Set<PhoneNumber>> numbers = new Recent<>();

    private JdbcLedger(Database database, SenderLock sender, Ticker ticker) {
        this.database = database;
        this.sender = sender;
        this.ticker = ticker;
        this.runs = new Runs(database.dialect());
        this.attempts = new Attempts(database.dialect(), runs, UUID.randomUUID().toString());
        this.claims = new Claims(runs, attempts);
        this.taking = new Taking(database, attempts);
        this.reports = new Reports(database, runs);
    }

    /** Opens the ledger of a database and creates its tables where it is empty. */
    static Ledger open(Database database, SenderLock sender, Ticker ticker) {
        try {
            Schema.create(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return new JdbcLedger(database, sender, ticker);
    }

    @Override
    public Optional<RunRecord> run(RunName run) {
        return database.read(session -> runs.find(session, run).map(Runs.Row::run));
    }

    @Override
    public RunRecord plan(RunName run, String account, PlannedBatches batches, Instant now) {
        sender.take();
        database.read(session -> {
            runs.refuseTaken(session, run);
            return null;
        });
        Runs.Plan plan = Runs.Plan.takenFrom(batches);
        return database.write(session -> runs.plan(session, run, account, plan, now));
    }

    @Override
    public int recover(RunName run, Instant now) {
        sender.take();
        boolean othersAreGone = sender.isExclusive() && !recovered.getAndSet(true);
        return database.write(session -> {
            if (othersAreGone) {
                Slots.endAllInFlight(session);
            }
            return attempts.recover(session, run);
        });
    }

    @Override
    public Claim claim(RunName run, Intent intent) {
        sender.take();
        return database.write(session -> claims.next(session, run, intent));
    }

    @Override
    public Claim claimAgain(Correlation previous, Intent intent) {
        sender.take();
        return database.write(session -> claims.again(session, previous, intent));
    }

    @Override
    public Attempt settle(Correlation attempt, Settlement settlement) {
        return database.write(session -> claims.settle(session, attempt, settlement));
    }

    @Override
    public int presumeNotAccepted(RunName run, Instant intendedBefore) {
        return database.write(session -> attempts.presumeNotAccepted(session, run, intendedBefore));
    }

    @Override
    public Taken take(Correlation attempt, List<HlrNotification> results, Instant now) {
        return taking.take(attempt, results, now);
    }

    @Override
    public Optional<Set<PhoneNumber>> numbersOf(Correlation attempt) {
        Optional<Set<PhoneNumber>> known = numbers.get(attempt);
        if (known.isPresent()) {
            return known;
        }
        Optional<Set<PhoneNumber>> read = database.read(session -> readNumbers(session, attempt));
        read.ifPresent(found -> numbers.put(attempt, found));
        return read;
    }

    private Optional<Set<PhoneNumber>> readNumbers(Session session, Correlation correlation) throws SQLException {
        Optional<Attempts.Row> row = attempts.find(session, correlation);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        byte[] packed =
                runs.numbers(session, row.get().run(), row.get().attempt().batch());
        return Optional.of(new PackedNumbers.AsSet(packed));
    }

    @Override
    public RunCounts counts(RunName run) {
        return database.read(session -> runs.counts(session, run));
    }

    @Override
    public List<Attempt> attempts(RunName run, Set<BatchState> states) {
        return database
                .read(session -> attempts.last(session, runs.get(session, run).id()))
                .stream()
                .filter(attempt -> states.contains(attempt.state()))
                .toList();
    }

    @Override
    public Stream<NumberResult> results(RunName run) {
        return reports.results(run);
    }

    @Override
    public Stream<PhoneNumber> answeredSince(Instant since) {
        return reports.answeredSince(since);
    }

    @Override
    public CallbackKeys keys() {
        CallbackKeys known = keys;
        if (known == null) {
            known = database.write(KeyRing::getOrCreate);
            keys = known;
        }
        return known;
    }

    @Override
    public RequestQuota quota(Rate rate) {
        return new LedgerQuota(new Slots(database, rate), ticker);
    }

    @Override
    public void close() {
        database.close();
        sender.close();
    }
}
