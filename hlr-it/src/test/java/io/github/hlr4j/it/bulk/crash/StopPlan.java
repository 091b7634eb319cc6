package io.github.hlr4j.it.bulk.crash;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Where the processes of a crash run end: half of them at a stop point, one after the other, and half at any moment. */
final class StopPlan {

    /** The service has taken the request and bills it, and its reply has not left. */
    static final String JUDGED = "judged";

    static final Stop NEVER = new Stop("never", 1);
    static final Stop ANY_MOMENT = new Stop("any-moment", 1);

    private static final int MAX_TIMES = 40;
    private static final List<String> ONCE = around("keys", "recover", "presumeNotAccepted", "claimAgain");
    private static final List<String> OFTEN = around("acquire", "claim", "post", "release", "settle", "take", "commit");

    private final List<String> labels;
    private int drawn;

    private StopPlan(List<String> labels) {
        this.labels = labels;
    }

    /** For processes that send batches. */
    static StopPlan ofBatches() {
        return new StopPlan(
                Stream.of(OFTEN, List.of(JUDGED), ONCE).flatMap(List::stream).toList());
    }

    /** For processes that take slots of a quota in a PostgreSQL. */
    static StopPlan ofQuota() {
        return new StopPlan(around("acquire", "post", "release", "commit"));
    }

    /**
     * An end.
     *
     * @param label the stop point
     * @param times for which time the process comes to it
     */
    record Stop(String label, int times) {

        String text() {
            return label + ":" + times;
        }

        /** Whether the process comes to it only where something that it sends is not accepted, and sent again. */
        boolean needsRefusal() {
            return label.endsWith("-claimAgain");
        }
    }

    Stop next() {
        int turn = drawn++;
        if (turn % 2 == 1) {
            return ANY_MOMENT;
        }
        String label = labels.get(turn / 2 % labels.size());
        return new Stop(
                label,
                ONCE.contains(label) ? 1 : 1 + ThreadLocalRandom.current().nextInt(MAX_TIMES));
    }

    private static List<String> around(String... methods) {
        return Stream.of(methods)
                .flatMap(method -> Stream.of("before-" + method, "after-" + method))
                .toList();
    }
}
