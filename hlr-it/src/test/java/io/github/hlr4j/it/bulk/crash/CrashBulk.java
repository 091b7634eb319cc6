package io.github.hlr4j.it.bulk.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Says whether bulk runs whose processes are killed keep their promise; {@code bin/crash-bulk} runs it. */
public final class CrashBulk {

    private static final int PROCESSES_OF_POSTGRES = 3;

    private CrashBulk() {}

    /**
     * Kills, compares, prints; the exit code is 1 where the promise was broken.
     *
     * @param arguments {@code sqlite} or {@code postgres}, how often, how many batches a run has, and an empty folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int kills = Integer.parseInt(arguments[1]);
        int batches = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[3]);
        Figures figures;
        if (arguments[0].equals("sqlite")) {
            figures = kill(LedgerPlace.sqlite(folder.resolve("ledger.db")), 1, kills, batches, folder);
        } else {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                LedgerPlace ledger = new LedgerPlace(postgres.getJdbcUrl("postgres", "postgres"));
                figures = kill(ledger, PROCESSES_OF_POSTGRES, kills, batches, folder);
            }
        }
        System.out.println(figures);
        System.exit(figures.isAsPromised() ? 0 : 1);
    }

    static Figures kill(LedgerPlace ledger, int processes, int kills, int batches, Path folder)
            throws IOException, InterruptedException, SQLException {
        try (BulkCrashRun run = new BulkCrashRun(ledger, processes, batches, folder)) {
            run.kill(kills);
            return run.figures();
        }
    }
}
