package io.github.hlr4j.it.faults;

import io.github.hlr4j.it.faults.FaultedCalls.Call;
import io.github.hlr4j.testkit.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Random faults, many at a time: what was learnt of them, and what was wrong about that. */
final class FaultRuns implements AutoCloseable {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<FaultedCalls> lanes = new ArrayList<>();

    FaultRuns(int width, long seed, List<FaultKind> kinds) {
        for (int i = 0; i < width; i++) {
            lanes.add(new FaultedCalls(new Random(seed * width + i), kinds));
        }
    }

    /** What became of many calls. */
    static final class Figures {

        private final Map<String, Integer> outcomes = new TreeMap<>();
        private final List<String> complaints = new ArrayList<>();
        private Duration latest = Duration.ofDays(-1);

        private synchronized void add(Call call) {
            outcomes.merge(call.outcome().getClass().getSimpleName(), 1, Integer::sum);
            latest = call.late().compareTo(latest) > 0 ? call.late() : latest;
            call.complaint()
                    .ifPresent(complaint -> complaints.add(call.kind() + ": " + call.outcome() + ", " + complaint));
        }

        synchronized Map<String, Integer> outcomes() {
            return Map.copyOf(outcomes);
        }

        synchronized List<String> complaints() {
            return List.copyOf(complaints);
        }

        /** How long after its deadline the latest call ended; negative where all ended before. */
        synchronized Duration latest() {
            return latest;
        }
    }

    Figures run(int calls) {
        Figures figures = new Figures();
        AtomicInteger left = new AtomicInteger(calls);
        CompletableFuture.allOf(lanes.stream()
                        .map(lane -> CompletableFuture.runAsync(
                                () -> {
                                    while (left.getAndDecrement() > 0) {
                                        figures.add(lane.next());
                                    }
                                },
                                executor))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        return figures;
    }

    @Override
    public void close() {
        lanes.forEach(FaultedCalls::close);
        executor.shutdown();
    }
}
