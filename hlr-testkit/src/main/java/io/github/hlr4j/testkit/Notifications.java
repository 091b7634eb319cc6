package io.github.hlr4j.testkit;

import io.github.hlr4j.spi.Loopback;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** Decides when the results of a campaign leave, to where, and in which scenario. */
final class Notifications {

    private static final long NOW = 0;
    private static final int MAX_PORT = 65_535;
    private static final Duration LONGEST_WAIT_BEFORE_REPLY = Duration.ofSeconds(10);

    private final NotificationQueue queue;
    private final ResultWriter writer;
    private final boolean anyHost;
    private volatile NotificationScenario scenario;

    Notifications(NotificationQueue queue, ResultWriter writer, NotificationScenario scenario, boolean anyHost) {
        this.queue = queue;
        this.writer = writer;
        this.scenario = scenario;
        this.anyHost = anyHost;
    }

    /** Sets the scenario of the campaigns that come from now on. */
    void play(NotificationScenario newScenario) {
        scenario = newScenario;
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
        NotificationScenario current = scenario;
        CampaignRun run = new CampaignRun(campaign, target(campaign.notifyUrl().get()), current, writer);
        try {
            long earliest = queue.add(run);
            if (!current.isBeforeTheReply()) {
                return () -> queue.release(run, earliest);
            }
            queue.release(run, NOW);
            queue.awaitEnd(run, LONGEST_WAIT_BEFORE_REPLY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return () -> {};
    }

    private Optional<URI> target(String notifyUrl) {
        try {
            URI url = URI.create(notifyUrl);
            HttpRequest.newBuilder(url);
            return Optional.of(url)
                    .filter(u -> u.getPort() <= MAX_PORT)
                    .filter(u -> anyHost || Loopback.isLoopback(u.getHost()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
