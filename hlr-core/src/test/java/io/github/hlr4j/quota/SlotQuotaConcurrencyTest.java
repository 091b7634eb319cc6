package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers; no test here looks at a clock. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlotQuotaConcurrencyTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ManualTicker ticker = new ManualTicker();
    private final SlotQuota one =
            SlotQuota.builder().maxInFlight(1).ticker(ticker).build();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoCameFirstIsServedFirst() throws Exception {
        BlockingQueue<Integer> served = new LinkedBlockingQueue<>();
        BlockingQueue<Permit> permits = new LinkedBlockingQueue<>();
        Permit first = one.acquire(Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            int caller = i;
            threads.execute(() -> {
                Permit permit = acquire(one);
                served.add(caller);
                permits.add(permit);
            });
            ticker.awaitWaiter();
        }

        ticker.pass(Duration.ofSeconds(1));
        first.release(Usage.ANSWERED);
        for (int i = 0; i < 5; i++) {
            assertThat(served.poll(30, TimeUnit.SECONDS)).isEqualTo(i);
            ticker.pass(Duration.ofSeconds(1));
            permits.take().release(Usage.ANSWERED);
        }
    }

    @Test
    void whoComesLaterWaitsForThoseAhead() throws Exception {
        one.acquire(Duration.ZERO);
        Future<Permit> ahead = threads.submit(() -> one.acquire(LONG));
        ticker.awaitWaiter();

        assertThatThrownBy(() -> one.acquire(Duration.ofMillis(339)))
                .isInstanceOf(QuotaException.class)
                .hasMessage("the quota lets the next request leave in 340 ms, the caller waits at most 339 ms");
        assertThat(ahead).isNotDone();
    }

    @Test
    void anInterruptedCallerDelaysNobody() throws Exception {
        Permit first = one.acquire(Duration.ZERO);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread interrupted = new Thread(() -> acquire(one));
        interrupted.setUncaughtExceptionHandler((thread, e) -> thrown.set(e.getCause()));
        interrupted.start();
        ticker.awaitWaiter();
        Future<Permit> next = threads.submit(() -> one.acquire(LONG));
        ticker.awaitWaiter();

        interrupted.interrupt();
        interrupted.join();
        ticker.pass(Duration.ofSeconds(1));
        first.release(Usage.NOT_SENT);

        next.get().release(Usage.ANSWERED);
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aCallerWhoseTimeIsOverIsRefusedAndDelaysNobody() throws Exception {
        Permit first = one.acquire(Duration.ZERO);
        Future<Permit> impatient = threads.submit(() -> one.acquire(Duration.ofSeconds(2)));
        ticker.awaitWaiter();
        Future<Permit> patient = threads.submit(() -> one.acquire(LONG));
        ticker.awaitWaiter();

        ticker.pass(Duration.ofSeconds(2));

        assertThatThrownBy(impatient::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(QuotaException.class);
        first.release(Usage.ANSWERED);
        patient.get().release(Usage.ANSWERED);
    }

    @Test
    void whoWaitsIsWokenByAReleaseAndByWhoeverWasAhead() throws Exception {
        Semaphore begun = new Semaphore(0);
        SlotQuota quota = SlotQuota.builder()
                .rate(Rate.parse("1000000/1s"))
                .maxInFlight(2)
                .ticker(new Ticker() {
                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public void await(Condition condition, long nanos) throws InterruptedException {
                        begun.release();
                        Ticker.super.await(condition, nanos);
                    }
                })
                .build();
        Permit first = acquire(quota);
        Permit second = acquire(quota);
        begun.drainPermits();
        List<Future<Permit>> waiting =
                List.of(threads.submit(() -> quota.acquire(LONG)), threads.submit(() -> quota.acquire(LONG)));
        begun.acquire(2);

        first.release(Usage.ANSWERED);
        second.release(Usage.ANSWERED);

        for (Future<Permit> permit : waiting) {
            assertThat(permit.get()).isNotNull();
        }
    }

    @Test
    void whoGoesAwayWakesWhoIsNext() throws Exception {
        ManualTicker sleepy = ManualTicker.untilWoken();
        SlotQuota quota = SlotQuota.builder().ticker(sleepy).build();
        acquire(quota);
        Future<Permit> ahead = threads.submit(() -> quota.acquire(LONG));
        sleepy.awaitWaiter();
        Future<Permit> next = threads.submit(() -> quota.acquire(LONG));
        sleepy.awaitWaiter();
        sleepy.pass(Duration.ofSeconds(1));

        ahead.cancel(true);

        assertThat(next.get()).isNotNull();
    }

    @Test
    void manyThreadsShareAFewPermitsAndLoseNone() throws Exception {
        int permits = 3;
        int perThread = 200;
        SlotQuota quota = SlotQuota.builder()
                .rate(Rate.parse("1000000/1s"))
                .maxInFlight(permits)
                .build();
        List<Usage> usages = List.of(Usage.ANSWERED, Usage.UNANSWERED, Usage.NOT_SENT);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> served = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            served.add(threads.submit(() -> {
                for (int i = 0; i < perThread; i++) {
                    Permit permit = quota.acquire(LONG);
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    inFlight.decrementAndGet();
                    permit.release(usages.get(i % 3));
                }
                return perThread;
            }));
        }

        for (Future<Integer> count : served) {
            assertThat(count.get()).isEqualTo(perThread);
        }
        assertThat(most.get()).isBetween(1, permits);
    }

    private static Permit acquire(SlotQuota quota) {
        try {
            return quota.acquire(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
