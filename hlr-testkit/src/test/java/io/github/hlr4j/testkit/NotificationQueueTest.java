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

    private static final Duration HOLD = Duration.ofSeconds(2);

    private final ManualTicker ticker = ManualTicker.create();
    private final NotificationQueue queue = new NotificationQueue(ticker);
    private final ResultWriter results = new ResultWriter(InstantSource.system());

    @Test
    void resultsLeaveWhenTheirCampaignIsReleasedAndNotBefore() throws Exception {
        CampaignRun held = campaign("HLR000001", "+33639980001");
        CampaignRun released = campaign("HLR000002", "+33639980002");
        queue.add(held, HOLD);
        queue.add(released, HOLD);

        queue.release(released);

        assertThat(queue.take().run()).isSameAs(released);
    }

    @Test
    void aCampaignThatNobodyReleasesLeavesWhenItsHoldIsOver() throws Exception {
        CampaignRun held = campaign("HLR000001", "+33639980001");
        queue.add(held, HOLD);
        CompletableFuture<Notification> taken = takeInThread();
        ticker.awaitWaiters(1);
        ticker.advance(HOLD.minusNanos(1));
        assertThat(taken).isNotDone();

        ticker.advance(Duration.ofNanos(1));

        assertThat(taken)
                .succeedsWithin(Duration.ofSeconds(20))
                .extracting(Notification::run)
                .isSameAs(held);
    }

    @Test
    void aCampaignIsReleasedOnceAlthoughItsHoldEndedBefore() throws Exception {
        CampaignRun first = campaign("HLR000001", "+33639980001,+33639980002");
        CampaignRun second = campaign("HLR000002", "+33639980003");
        queue.add(first, HOLD);
        ticker.advance(HOLD);
        Notification one = queue.take();
        queue.release(first);
        queue.add(second, HOLD);
        queue.release(second);

        assertThat(one.run()).isSameAs(first);
        assertThat(queue.take().run()).isSameAs(first);
        assertThat(queue.take().run()).isSameAs(second);
    }

    @Test
    void whatWasTakenBeforeAClearIsNeitherCountedNorRepeatedAfterIt() throws Exception {
        CampaignRun before = campaign("HLR000001", "+33639980001");
        CampaignRun after = campaign("HLR000002", "+33639980002");
        queue.add(before, HOLD);
        queue.release(before);
        Notification stale = queue.take();
        queue.clear();

        queue.tryAgain(stale, Duration.ZERO);
        queue.finish(stale, stale.asSent(results, OptionalInt.of(204)));
        queue.add(after, HOLD);
        queue.release(after);

        assertThat(queue.take().run()).isSameAs(after);
        assertThat(queue.counts()).isEqualTo(new NotificationCounts(1, 0, 0));
        assertThat(queue.ended()).isEmpty();
    }

    @Test
    void noMoreThanAThousandResultsAreUnderWay() throws Exception {
        for (int i = 0; i < 3; i++) {
            CampaignRun run = campaign("HLR00000" + i, "+33639980000" + ",+33639980000".repeat(499));
            queue.add(run, HOLD);
            queue.release(run);
        }
        queue.add(campaign("HLR000003", "+33639980001"), HOLD);
        Notification first = queue.take();
        for (int i = 1; i < 1000; i++) {
            queue.take();
        }
        CompletableFuture<Notification> next = takeInThread();
        ticker.awaitWaiters(1);
        assertThat(next).isNotDone();

        queue.finish(first, first.asSent(results, OptionalInt.of(204)));

        assertThat(next).succeedsWithin(Duration.ofSeconds(20));
        assertThat(queue.counts()).isEqualTo(new NotificationCounts(1500, 1, 0));
    }

    @Test
    void aResultKeepsTheStatusOfItsFirstAttempt() throws Exception {
        CampaignRun run = campaign("HLR000001", "+33639980001");
        queue.add(run, HOLD);
        queue.release(run);
        Notification notification = queue.take();
        String body = notification.body(results, NotificationStyle.FORM);

        results.choose(Numbers.number(1), HlrStatus.NO_ERROR);

        assertThat(notification.body(results, NotificationStyle.FORM)).isEqualTo(body);
        assertThat(notification.asSent(results, OptionalInt.empty()).status())
                .isEqualTo(HlrStatus.EC_UNKNOWN_SUBSCRIBER);
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

    private static CampaignRun campaign(String id, String numbers) {
        PackedNumbers packed = PackedNumbers.parse(numbers).orElseThrow();
        return new CampaignRun(new Campaign(CampaignId.of(id), packed, Optional.empty()), Optional.empty());
    }
}
