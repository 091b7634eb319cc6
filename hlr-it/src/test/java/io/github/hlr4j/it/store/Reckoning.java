package io.github.hlr4j.it.store;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * What became of results that were acknowledged.
 *
 * @param acknowledged how many there were
 * @param lost how many of them are not kept exactly once, as they were acknowledged, or were never handed over
 * @param repeated how many of all results were handed over more than once
 */
record Reckoning(int acknowledged, long lost, long repeated) {

    static Reckoning of(
            Collection<TakenResult> acknowledged, Collection<TakenResult> kept, Collection<TakenResult> handedOver) {
        Map<TakenResult, Long> timesKept = times(kept);
        Map<TakenResult, Long> timesHandedOver = times(handedOver);
        long lost = acknowledged.stream()
                .filter(result -> timesKept.getOrDefault(result, 0L) != 1 || !timesHandedOver.containsKey(result))
                .count();
        long repeated =
                timesHandedOver.values().stream().filter(times -> times > 1).count();
        return new Reckoning(acknowledged.size(), lost, repeated);
    }

    private static Map<TakenResult, Long> times(Collection<TakenResult> results) {
        return results.stream().collect(groupingBy(Function.identity(), counting()));
    }
}
