package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.quota.Rate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kills processes that share the quota of a PostgreSQL, starts others in their place, and counts what all of them send. */
final class QuotaCrashRun implements AutoCloseable {

    private static final Duration LONGEST_SENDING = Duration.ofSeconds(4);

    private final LedgerPlace ledger;
    private final Rate rate;
    private final StopPlan stops = StopPlan.ofQuota();
    private final List<Lane> lanes = new ArrayList<>();
    private final Turnstile turnstile = Turnstile.open();
    private int kills;
    private int stopped;

    private QuotaCrashRun(LedgerPlace ledger, Rate rate, int processes, Path folder) throws IOException {
        this.ledger = ledger;
        this.rate = rate;
        for (int i = 0; i < processes; i++) {
            lanes.add(new Lane(QuotaProcess.class, LONGEST_SENDING, folder));
        }
        ledger.open().close();
    }

    /**
     * Creates one before the first process.
     *
     * @param postgres an empty one
     */
    static QuotaCrashRun over(EmbeddedPostgres postgres, Rate rate, int processes, Path folder) throws IOException {
        return new QuotaCrashRun(new LedgerPlace(postgres.getJdbcUrl("postgres", "postgres")), rate, processes, folder);
    }

    /**
     * Shortens the two minutes for which a request counts as on its way whose process died: eight of them keep everybody from sending,
     * and in a long run somebody dies each second.
     *
     * @param longest longer than any request takes
     */
    void shortenExchanges(Duration longest) throws SQLException {
        long spared = Duration.ofMinutes(2).minus(longest).toNanos();
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION shorten_exchange() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN NEW.free_at := NEW.free_at - " + spared + "; RETURN NEW; END'");
            statement.execute("CREATE TRIGGER shorten_exchange BEFORE INSERT ON hlr_slots FOR EACH ROW"
                    + " WHEN (NEW.in_flight = 1) EXECUTE FUNCTION shorten_exchange()");
        }
    }

    /** Kills so many processes, each time the next one in turn. */
    QuotaFigures kill(int times) throws IOException, InterruptedException {
        for (Lane lane : lanes) {
            start(lane);
        }
        while (kills < times) {
            Lane lane = lanes.get(kills % lanes.size());
            if (lane.meetEnd()) {
                stopped++;
            }
            kills++;
            start(lane);
        }
        return new QuotaFigures(rate, kills, stopped, turnstile.arrivals());
    }

    private void start(Lane lane) throws IOException {
        lane.start(
                stops.next(),
                ledger.url(),
                Integer.toString(rate.requests()),
                Long.toString(rate.window().toMillis()),
                Integer.toString(turnstile.port()));
    }

    @Override
    public void close() throws IOException {
        lanes.forEach(Lane::abort);
        turnstile.close();
    }
}
