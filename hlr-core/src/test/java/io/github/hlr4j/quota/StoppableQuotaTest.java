package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.spi.RequestQuota.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StoppableQuotaTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final List<Usage> released = new ArrayList<>();
    private final Permit permit = released::add;

    @Test
    void givesThePermitsOfTheOtherQuota() throws InterruptedException {
        List<Duration> waits = new ArrayList<>();
        StoppableQuota quota = new StoppableQuota(wait -> {
            waits.add(wait);
            return permit;
        });

        assertThat(quota.acquire(LONG)).isSameAs(permit);
        assertThat(waits).containsExactly(LONG);
        assertThat(released).isEmpty();
        assertThat(quota.isStopped()).isFalse();
    }

    @Test
    void givesNoneOnceItIsStopped() {
        StoppableQuota quota = new StoppableQuota(wait -> {
            throw new AssertionError("nobody may ask any more");
        });
        quota.stop();
        quota.stop();

        assertThat(quota.isStopped()).isTrue();
        assertThatThrownBy(() -> quota.acquire(LONG)).isInstanceOf(QuotaStoppedException.class);
    }

    @Test
    void sendsAwayWhoWaits() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        StoppableQuota quota = new StoppableQuota(wait -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return permit;
        });
        FutureTask<Boolean> sentAway = new FutureTask<>(() -> {
            assertThatThrownBy(() -> quota.acquire(LONG)).isInstanceOf(QuotaStoppedException.class);
            return Thread.interrupted();
        });
        new Thread(sentAway).start();
        begun.await();

        quota.stop();

        assertThat(sentAway).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(false);
    }

    @Test
    void givesBackAPermitThatCameTogetherWithTheStop() {
        AtomicReference<StoppableQuota> stopped = new AtomicReference<>();
        StoppableQuota quota = new StoppableQuota(wait -> {
            stopped.get().stop();
            return permit;
        });
        stopped.set(quota);

        assertThatThrownBy(() -> quota.acquire(LONG)).isInstanceOf(QuotaStoppedException.class);

        assertThat(released).containsExactly(Usage.NOT_SENT);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void disturbsNobodyWhoHasItsAnswer() throws InterruptedException {
        StoppableQuota quota = new StoppableQuota(wait -> {
            if (wait.isZero()) {
                throw new QuotaException("not now");
            }
            return permit;
        });
        quota.acquire(LONG);
        assertThatThrownBy(() -> quota.acquire(Duration.ZERO)).isExactlyInstanceOf(QuotaException.class);

        quota.stop();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(released).isEmpty();
    }
}
