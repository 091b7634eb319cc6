package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.quota.Rate;

/**
 * What a crash run of a quota came to.
 *
 * @param rate what was allowed
 * @param kills how many processes were killed
 * @param stopped how many of them at a stop point
 * @param arrivals what was sent
 */
record QuotaFigures(Rate rate, int kills, int stopped, Arrivals arrivals) {

    boolean isAsPromised() {
        return most() <= rate.requests();
    }

    int most() {
        return arrivals.mostWithin(rate.window());
    }

    /** How many windows it took. */
    double windows() {
        return (double) arrivals.duration().toNanos() / rate.window().toNanos();
    }

    /** How much of what was allowed was sent. */
    double share() {
        return arrivals.count() / (windows() * rate.requests());
    }

    @Override
    public String toString() {
        return "%d kills, %d of them at a stop point; %d requests in %.1f windows of %d ms, %.1f %% of the quota; "
                        .formatted(
                                kills,
                                stopped,
                                arrivals.count(),
                                windows(),
                                rate.window().toMillis(),
                                100 * share())
                + "at most %d of %d in any window".formatted(most(), rate.requests());
    }
}
