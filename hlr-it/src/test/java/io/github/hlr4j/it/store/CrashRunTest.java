package io.github.hlr4j.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code bin/crash-callback} does for long. */
class CrashRunTest {

    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void nothingThatWasAcknowledgedIsLostWhenReceiversAreKilled() throws Exception {
        try (CrashRun run = CrashRun.in(folder)) {
            for (int i = 0; i < KILLS; i++) {
                run.kill();
            }

            Reckoning reckoning = run.reckoning();
            assertThat(reckoning.acknowledged()).isGreaterThanOrEqualTo(KILLS);
            assertThat(reckoning.lost()).isZero();
            assertThat(run.refusals()).isZero();
        }
    }
}
