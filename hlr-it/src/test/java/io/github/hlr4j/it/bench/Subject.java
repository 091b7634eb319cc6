package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One servlet under one kind of load.
 *
 * @param name a letter and what it is
 * @param path where the servlet is mapped
 * @param kinds the posts; where there are several they are sent in turn, and the first kind counts
 * @param stalled how many senders stall meanwhile
 */
record Subject(String name, String path, List<Posts> kinds, int stalled) {

    static final int LANES = 16;

    private static final Duration SETTLING = Duration.ofMillis(100);

    Round run(ServerProcess server, Duration time, Tokens tokens, Latencies latencies) throws IOException {
        try (StalledSenders senders = new StalledSenders();
                Load load = new Load(server.address(), LANES, kinds, latencies)) {
            senders.connect(server.address(), path, stalled, tokens);
            load.start();
            load.answersWithin(SETTLING);
            Duration serverBefore = server.cpu();
            Duration clientBefore = clientCpu();
            long start = System.nanoTime();
            long answers = load.answersWithin(time);
            return new Round(
                    answers,
                    Duration.ofNanos(System.nanoTime() - start),
                    server.cpu().minus(serverBefore),
                    clientCpu().minus(clientBefore));
        }
    }

    private static Duration clientCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
