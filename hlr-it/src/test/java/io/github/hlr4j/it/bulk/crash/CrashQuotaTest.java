package io.github.hlr4j.it.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.quota.Rate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code bin/crash-quota} does for long. */
class CrashQuotaTest {

    private static final Rate SMALL = new Rate(20, Duration.ofSeconds(1));
    private static final int PROCESSES = 4;
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void sendersThatAreKilledNeverPassTheirCommonQuota() throws Exception {
        QuotaFigures figures;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                QuotaCrashRun run = QuotaCrashRun.over(postgres, SMALL, PROCESSES, folder)) {
            figures = run.kill(KILLS);
        }

        assertThat(figures.kills()).isEqualTo(KILLS);
        assertThat(figures.windows()).isGreaterThan(1);
        assertThat(figures.most()).as(figures.toString()).isBetween(SMALL.requests() / 2, SMALL.requests());
    }

    @Test
    void aWindowIsFullWhereverItBegins() {
        Arrivals arrivals = new Arrivals(0, 6, 9, 14, 16, 30);

        assertThat(arrivals.mostWithin(Duration.ofNanos(10))).isEqualTo(3);
        assertThat(arrivals.mostWithin(Duration.ofNanos(11))).isEqualTo(4);
    }
}
