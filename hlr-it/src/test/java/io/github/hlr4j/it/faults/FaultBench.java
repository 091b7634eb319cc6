package io.github.hlr4j.it.faults;

import io.github.hlr4j.it.faults.FaultRuns.Figures;
import io.github.hlr4j.testkit.FaultKind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says of many random faults whether the promises hold: the truth, the deadline, and nothing left behind. */
public final class FaultBench {

    private static final int WIDTH = 16;
    private static final int WARM_UP = 2_000;
    private static final int CALLS_OF_A_KIND = 64;
    private static final int LOOKS = 3;
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration PROMISED_LATENESS = Duration.ofMillis(250);
    private static final double PROMISED_MIB = 1;
    private static final double MIB = 1024 * 1024;

    private FaultBench() {}

    /**
     * Makes calls; the exit code is 1 where a promise was broken.
     *
     * @param arguments how many, and a seed
     */
    public static void main(String[] arguments) {
        int calls = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        boolean truth = truth(calls, seed);
        boolean memory = memory();
        System.exit(truth && memory ? 0 : 1);
    }

    private static boolean truth(int calls, long seed) {
        run(WARM_UP, seed - 1);
        Vitals before = atRest();
        long start = System.nanoTime();
        Figures figures = run(calls, seed);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        Vitals after = atRest();
        System.out.printf(
                Locale.ROOT,
                "%,d calls of %d kinds of faults, %d at a time, seed %d, %d s: %s%n",
                calls,
                FaultKind.values().length,
                WIDTH,
                seed,
                seconds,
                figures.outcomes());
        System.out.printf(
                Locale.ROOT,
                "wrong: %d; the latest call ended %d ms after its deadline; %s%n",
                figures.complaints().size(),
                figures.latest().toMillis(),
                after.since(before, calls));
        figures.complaints().stream().limit(20).forEach(System.out::println);
        return figures.complaints().isEmpty()
                && figures.latest().compareTo(PROMISED_LATENESS) <= 0
                && after.threads() <= before.threads()
                && after.descriptors() <= before.descriptors();
    }

    private static Figures run(int calls, long seed) {
        try (FaultRuns runs = new FaultRuns(WIDTH, seed, List.of(FaultKind.values()))) {
            return runs.run(calls);
        }
    }

    /** Threads and connections of clients that were given up end when the collector has found them. */
    private static Vitals atRest() {
        Vitals vitals = Vitals.now();
        for (int i = 0; i < 50; i++) {
            pause();
            Vitals next = Vitals.now();
            if (next.threads() >= vitals.threads() && next.descriptors() >= vitals.descriptors() && i > LOOKS) {
                return next;
            }
            vitals = next;
        }
        return vitals;
    }

    /** What calls hold on to while they are under attack; the buffers of the fake service are counted as well. */
    private static boolean memory() {
        Map<FaultKind, Double> heaps = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            heaps.put(kind, heapOfACall(kind));
        }
        Map.Entry<FaultKind, Double> worst = Collections.max(heaps.entrySet(), Map.Entry.comparingByValue());
        System.out.printf(
                Locale.ROOT,
                "heap of a call under attack: at most %.2f MiB, at %s%n",
                worst.getValue(),
                worst.getKey());
        return worst.getValue() < PROMISED_MIB;
    }

    private static double heapOfACall(FaultKind kind) {
        try (FaultRuns runs = new FaultRuns(WIDTH, 1, List.of(kind))) {
            runs.run(WIDTH);
            long before = Vitals.heapAfterCollection();
            CompletableFuture<?> underAttack = CompletableFuture.runAsync(() -> runs.run(CALLS_OF_A_KIND));
            long most = before;
            for (int i = 0; i < LOOKS; i++) {
                pause();
                most = Math.max(most, Vitals.heapAfterCollection());
            }
            underAttack.join();
            return (most - before) / MIB / WIDTH;
        }
    }

    private static void pause() {
        try {
            new CompletableFuture<Void>().get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The moment is over.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
