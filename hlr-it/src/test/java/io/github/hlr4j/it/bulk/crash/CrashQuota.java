package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.quota.Rate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Says whether processes that share a quota keep it while they are killed; {@code bin/crash-quota} runs it. */
public final class CrashQuota {

    private CrashQuota() {}

    /**
     * Kills, counts, prints; the exit code is 1 where more was sent than the quota allows.
     *
     * @param arguments how often, how many processes, by how much time passes faster than in the documented quota, and an empty
     *     folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Duration window = Rate.DOCUMENTED.window().dividedBy(Long.parseLong(arguments[2]));
        QuotaFigures figures = kill(
                new Rate(Rate.DOCUMENTED.requests(), window),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[0]),
                Path.of(arguments[3]));
        System.out.println(figures);
        System.exit(figures.isAsPromised() ? 0 : 1);
    }

    static QuotaFigures kill(Rate rate, int processes, int kills, Path folder)
            throws IOException, InterruptedException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            LedgerPlace ledger = new LedgerPlace(postgres.getJdbcUrl("postgres", "postgres"));
            try (QuotaCrashRun run = new QuotaCrashRun(ledger, rate, processes, folder)) {
                return run.kill(kills);
            }
        }
    }
}
