package io.github.hlr4j.testkit;

import io.github.hlr4j.spi.Loopback;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** Decides when the results of a campaign leave, and to where. */
final class Notifications {

    /** For a caller that went away before its reply was out, so that nobody says that it is. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

    private static final Duration LONGEST_WAIT_BEFORE_REPLY = Duration.ofSeconds(10);

    private final NotificationQueue queue;
    private final boolean beforeReply;
    private final boolean anyHost;

    Notifications(NotificationQueue queue, boolean beforeReply, boolean anyHost) {
        this.queue = queue;
        this.beforeReply = beforeReply;
        this.anyHost = anyHost;
    }

    /**
     * Takes a campaign whose reply is about to leave.
     *
     * @return what to run when the reply has left
     */
    Runnable take(Campaign campaign) {
        if (campaign.notifyUrl().isEmpty()) {
            return () -> {};
        }
        CampaignRun run = new CampaignRun(campaign, target(campaign.notifyUrl().get()));
        try {
            queue.add(run, LONGEST_HOLD);
            if (beforeReply) {
                queue.release(run);
                queue.awaitEnd(run, LONGEST_WAIT_BEFORE_REPLY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return () -> queue.release(run);
    }

    private Optional<URI> target(String notifyUrl) {
        try {
            URI url = URI.create(notifyUrl);
            HttpRequest.newBuilder(url);
            return Optional.of(url).filter(u -> anyHost || Loopback.isLoopback(u.getHost()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
