package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.time.Duration;

/** Measures the receiver beside floors in each container, in about the time that is given, and prints what was found. */
public final class CallbackBench {

    private static final int DEFAULT_SECONDS = 120;
    private static final int SHORTEST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 3_600;

    private CallbackBench() {}

    /**
     * Measures.
     *
     * @param arguments how many seconds it may take, by default 120
     */
    public static void main(String[] arguments) throws IOException {
        int seconds = arguments.length == 0 ? DEFAULT_SECONDS : Integer.parseInt(arguments[0]);
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            System.err.println("bench-callback: from 30 to 3600 seconds, not " + seconds);
            System.exit(2);
        }
        System.out.println(Machine.describe());
        TokenCheckCost cost = new TokenCheckCost();
        System.out.println("\none check of a token, target below 2000 ns");
        System.out.println("  good  " + cost.ofGoodToken().print("%.0f") + " ns");
        System.out.println("  bad   " + cost.ofBadToken().print("%.0f") + " ns");
        for (Container container : Container.values()) {
            Comparison comparison = new Comparison(Duration.ofSeconds(seconds / Container.values().length));
            System.out.println("\n" + container.nameAndVersion() + ", " + comparison.conditions());
            System.out.print(comparison.measure(container));
        }
    }
}
