package io.github.hlr4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.HlrStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NotificationQueueTest {

    private static final Duration DELAY = Duration.ofSeconds(2);

    private final ManualTicker ticker = ManualTicker.create();
    private final ResultWriter results = new ResultWriter(InstantSource.system());
    private final NotificationQueue queue = new NotificationQueue(ticker, results);

    @Test
    void resultsLeaveWhenTheirCampaignIsReleasedAndNotBefore() throws Exception {
        CampaignRun held = campaign("HLR000001", "+33639980001");
        CampaignRun released = campaign("HLR000002", "+33639980002");
        queue.add(held);
        queue.add(released);

        queue.release(released, 0);

        assertThat(queue.take().run()).isSameAs(released);
    }

    @Test
    void aDelayedCampaignLeavesWhenItsDelayIsOver() throws Exception {
        CampaignRun delayed = campaign("HLR000001", "+33639980001");
        queue.add(delayed);
        queue.release(delayed, DELAY.toNanos());
        CompletableFuture<Notification> taken = takeInThread();
        ticker.awaitWaiters(1);
        ticker.advance(DELAY.minusNanos(1));
        assertThat(taken).isNotDone();

        ticker.advance(Duration.ofNanos(1));

        assertThat(taken)
                .succeedsWithin(Duration.ofSeconds(20))
                .extracting(Notification::run)
                .isSameAs(delayed);
    }

    @Test
    void whatWasTakenBeforeAClearIsNeitherCountedNorRepeatedAfterIt() throws Exception {
        CampaignRun before = campaign("HLR000001", "+33639980001");
        queue.add(before);
        queue.release(before, 0);
        Notification stale = queue.take();
        queue.clear();
        CampaignRun after = campaign("HLR000002", "+33639980002");

        queue.tryAgain(stale, Duration.ZERO);
        queue.finish(stale, OptionalInt.of(204));
        queue.add(after);
        queue.release(after, 0);

        assertThat(queue.take().run()).isSameAs(after);
        assertThat(queue.counts()).isEqualTo(new NotificationCounts(1, 0, 0, 0, 0));
        assertThat(queue.ended()).isEmpty();
    }

    @Test
    void noMoreThanAThousandResultsAreUnderWay() throws Exception {
        for (int i = 0; i < 3; i++) {
            CampaignRun run = campaign("HLR00000" + i, "+33639980000" + ",+33639980000".repeat(499));
            queue.add(run);
            queue.release(run, 0);
        }
        CampaignRun delayed = campaign("HLR000003", "+33639980001");
        queue.add(delayed);
        queue.release(delayed, DELAY.toNanos());
        Notification first = queue.take();
        for (int i = 1; i < 1000; i++) {
            queue.take();
        }
        CompletableFuture<Notification> next = takeInThread();
        ticker.awaitWaiters(1);
        assertThat(next).isNotDone();

        queue.finish(first, OptionalInt.of(204));

        assertThat(next).succeedsWithin(Duration.ofSeconds(20));
        assertThat(queue.counts()).isEqualTo(new NotificationCounts(1500, 1, 0, 0, 0));
    }

    @Test
    void aResultKeepsTheStatusOfItsFirstAttempt() throws Exception {
        CampaignRun run = campaign("HLR000001", "+33639980001");
        queue.add(run);
        queue.release(run, 0);
        Notification notification = queue.take();
        String body = notification.body();

        results.choose(Numbers.number(1), HlrStatus.NO_ERROR);

        assertThat(notification.body()).isEqualTo(body);
        assertThat(notification.ended(OptionalInt.empty()))
                .extracting(SentNotification::status)
                .containsExactly(HlrStatus.EC_UNKNOWN_SUBSCRIBER);
    }

    private CompletableFuture<Notification> takeInThread() {
        CompletableFuture<Notification> taken = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        taken.complete(queue.take());
                    } catch (InterruptedException e) {
                        taken.completeExceptionally(e);
                    }
                },
                "taker");
        thread.setDaemon(true);
        thread.start();
        return taken;
    }

    private CampaignRun campaign(String id, String numbers) {
        PackedNumbers packed = PackedNumbers.parse(numbers).orElseThrow();
        Campaign campaign = new Campaign(CampaignId.of(id), packed, Optional.empty(), queue.epoch());
        return new CampaignRun(campaign, Optional.empty(), NotificationScenario.orderly(), results);
    }
}
