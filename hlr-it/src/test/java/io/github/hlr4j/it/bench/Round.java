package io.github.hlr4j.it.bench;

import java.time.Duration;

/**
 * What was counted in one round.
 *
 * @param answers how many posts of the kind that counts were answered
 * @param time how long it took
 * @param serverCpu the processor time that the container used
 * @param clientCpu the processor time that making the load used
 */
record Round(long answers, Duration time, Duration serverCpu, Duration clientCpu) {

    double perSecond() {
        return answers * 1e9 / time.toNanos();
    }

    double serverMicros() {
        return serverCpu.toNanos() / 1e3 / answers;
    }

    /** How many answers a second of processor time buys, those of container and load together. */
    double perProcessorSecond() {
        return answers * 1e9 / serverCpu.plus(clientCpu).toNanos();
    }
}
