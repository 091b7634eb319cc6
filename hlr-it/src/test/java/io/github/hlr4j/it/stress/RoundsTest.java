package io.github.hlr4j.it.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** A little of what {@code bin/stress} does at length. */
class RoundsTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Rounds rounds = new Rounds(executor, 1);

    @AfterEach
    void close() {
        executor.shutdown();
    }

    @RepeatedTest(100)
    void thereAreNeverMorePermitsThanMayBe() {
        assertThat(rounds.quota()).isTrue();
    }

    @RepeatedTest(100)
    void eachResultCountsOnceAndReachesWhoWaits() {
        assertThat(rounds.pendingResults()).isTrue();
    }
}
