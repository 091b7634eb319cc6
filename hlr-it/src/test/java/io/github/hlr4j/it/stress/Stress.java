package io.github.hlr4j.it.stress;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Repeats races for a while, on threads of the platform and, where the Java has them, on virtual ones. */
public final class Stress {

    private static final String VIRTUAL = "newVirtualThreadPerTaskExecutor";

    private Stress() {}

    /**
     * Races; the exit code is 1 where one came to a wrong end.
     *
     * @param arguments how many seconds for each kind
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        boolean right = race("platform threads", Executors.newCachedThreadPool(), time);
        if (Runtime.version().feature() >= 21) {
            ExecutorService virtual =
                    (ExecutorService) Executors.class.getMethod(VIRTUAL).invoke(null);
            right = race("virtual threads", virtual, time) && right;
        }
        System.exit(right ? 0 : 1);
    }

    private static boolean race(String threads, ExecutorService executor, Duration time) {
        Rounds rounds = new Rounds(executor, 1);
        boolean right = repeat("quota, " + threads, rounds::quota, time);
        right = repeat("pending results and receiver, " + threads, rounds::pendingResults, time) && right;
        executor.shutdown();
        return right;
    }

    private static boolean repeat(String name, BooleanSupplier round, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        int rounds = 0;
        int wrong = 0;
        while (System.nanoTime() < end) {
            rounds++;
            wrong += round.getAsBoolean() ? 0 : 1;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d races in %d s, %d with a wrong end%n",
                name,
                rounds,
                TimeUnit.NANOSECONDS.toSeconds(time.toNanos()),
                wrong);
        return wrong == 0;
    }
}
