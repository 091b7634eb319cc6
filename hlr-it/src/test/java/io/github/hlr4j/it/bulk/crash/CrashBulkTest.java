package io.github.hlr4j.it.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code bin/crash-bulk} does for long. */
class CrashBulkTest {

    private static final int KILLS = 4;
    private static final int BATCHES = 100;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void noBatchIsSubmittedTwiceAndNoneIsForgottenWhenSendersAreKilled() throws Exception {
        Figures figures = CrashBulk.kill(LedgerPlace.sqlite(folder.resolve("ledger.db")), 1, KILLS, BATCHES, folder);

        assertThat(figures.kills()).isEqualTo(KILLS);
        assertThat(figures.reckoning().accepted()).isPositive();
        assertThat(figures.isAsPromised()).as(figures.toString()).isTrue();
    }
}
