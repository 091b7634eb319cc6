package io.github.hlr4j.testkit;

import io.github.hlr4j.CampaignId;
import io.github.hlr4j.PhoneNumber;
import java.net.URI;
import java.util.Optional;

/** A campaign whose results are being posted; guarded by the lock of its {@link NotificationQueue}. */
final class CampaignRun {

    private final Campaign campaign;
    private final Optional<URI> target;
    private int started;
    private int finished;
    private boolean released;

    /** Takes a campaign and the address to call; without one, its results fail without being posted. */
    CampaignRun(Campaign campaign, Optional<URI> target) {
        this.campaign = campaign;
        this.target = target;
    }

    CampaignId id() {
        return campaign.id();
    }

    Optional<URI> target() {
        return target;
    }

    int size() {
        return campaign.numbers().size();
    }

    /** Notes that its results may leave; true the first time. */
    boolean release() {
        boolean first = !released;
        released = true;
        return first;
    }

    boolean hasNext() {
        return started < size();
    }

    PhoneNumber next() {
        return campaign.numbers().get(started++);
    }

    /** Notes that one more of its results is done with; true for the last one. */
    boolean finishOne() {
        finished++;
        return isFinished();
    }

    boolean isFinished() {
        return finished == size();
    }
}
