package io.github.hlr4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hlr4j.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class ManualTickerTest {

    @Test
    void timeStandsStillUntilItIsAdvanced() {
        ManualTicker ticker = ManualTicker.create();
        long before = ticker.nanos();

        ticker.advance(Duration.ofSeconds(90));

        assertThat(ticker.nanos() - before).isEqualTo(90_000_000_000L);
        assertThat(ticker).hasToString("ManualTicker[PT1M30S]");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ticker.advance(Duration.ofNanos(-1)));
    }

    @Test
    void aWaitingThreadSeesTheAdvanceOfAnother() {
        ManualTicker ticker = ManualTicker.create();
        CompletableFuture<Long> woken = CompletableFuture.supplyAsync(() -> waitUntil(ticker, Duration.ofDays(1)));
        ticker.awaitWaiters(1);

        ticker.advance(Duration.ofDays(1));

        assertThat(woken)
                .succeedsWithin(Duration.ofSeconds(20))
                .isEqualTo(Duration.ofDays(1).toNanos());
    }

    @Test
    void waitingItselfPassesTheTimeWhereAsked() {
        ManualTicker ticker = ManualTicker.advancingItself();

        assertThat(waitUntil(ticker, Duration.ofDays(30)))
                .isEqualTo(Duration.ofDays(30).toNanos());
    }

    @Test
    void anInterruptedThreadDoesNotPassTheTime() {
        ManualTicker ticker = ManualTicker.advancingItself();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> ticker.await(new ReentrantLock().newCondition(), 1));
        assertThat(ticker.nanos()).isZero();
    }

    @Test
    void aClockShowsWhatItWasSetTo() {
        ManualClock clock = ManualClock.at(Instant.EPOCH);

        clock.advance(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(-1));

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(clock).hasToString("ManualClock[1970-01-01T00:00:01Z]");
    }

    private static long waitUntil(ManualTicker ticker, Duration time) {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        lock.lock();
        try {
            while (ticker.nanos() < time.toNanos()) {
                ticker.await(never, time.toNanos() - ticker.nanos());
            }
            return ticker.nanos();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }
}
