package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.quota.Rate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Says whether processes that share a quota keep it while they are killed; {@code bin/crash-quota} runs it. */
public final class CrashQuota {

    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(5);

    private CrashQuota() {}

    /**
     * Kills, counts, prints; the exit code is 1 where more was sent than the quota allows.
     *
     * @param arguments how often, how many processes, by how much time passes faster than in the documented quota, and an empty
     *     folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Duration window = Rate.DOCUMENTED.window().dividedBy(Long.parseLong(arguments[2]));
        Rate rate = new Rate(Rate.DOCUMENTED.requests(), window);
        QuotaFigures figures;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                QuotaCrashRun run =
                        QuotaCrashRun.over(postgres, rate, Integer.parseInt(arguments[1]), Path.of(arguments[3]))) {
            run.shortenExchanges(LONGEST_EXCHANGE);
            figures = run.kill(Integer.parseInt(arguments[0]));
        }
        System.out.println(figures);
        System.exit(figures.isAsPromised() ? 0 : 1);
    }
}
