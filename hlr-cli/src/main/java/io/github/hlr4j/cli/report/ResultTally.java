package io.github.hlr4j.cli.report;

import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.NetworkCode;
import io.github.hlr4j.Reachability;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the results of a run, added one by one; no result is kept, so that ten million take no more memory than ten.
 *
 * <p>Not safe for concurrent use.
 */
public final class ResultTally {

    /** Several times as many as there are networks in the world; a sender that invents more fills no memory. */
    private static final int MAX_NETWORKS = 10_000;

    private final Map<HlrStatus, Long> statuses = new EnumMap<>(HlrStatus.class);
    private final Map<Optional<String>, Long> countries = new HashMap<>();
    private final Map<Optional<NetworkCode>, Long> networks = new HashMap<>();
    private final Map<Optional<Boolean>, Long> ported = new HashMap<>();
    private long total;

    /** Creates a tally of nothing. */
    public ResultTally() {}

    /**
     * How often something was counted.
     *
     * @param <T> what is counted
     * @param what the thing
     * @param count one or more
     */
    public record Counted<T>(T what, long count) {}

    /**
     * Counts a result.
     *
     * @param result the result of a number that was not counted before
     */
    public void add(HlrNotification result) {
        total++;
        Optional<NetworkCode> network = result.network();
        statuses.merge(result.status(), 1L, Long::sum);
        countries.merge(network.flatMap(NetworkCode::country), 1L, Long::sum);
        networks.merge(fits(network) ? network : Optional.empty(), 1L, Long::sum);
        ported.merge(result.ported(), 1L, Long::sum);
    }

    /**
     * How many results were added.
     *
     * @return zero or more
     */
    public long total() {
        return total;
    }

    /**
     * The results by what they mean.
     *
     * @return every reachability in its order, also one that was not met
     */
    public Map<Reachability, Long> byReachability() {
        Map<Reachability, Long> counts = new EnumMap<>(Reachability.class);
        for (Reachability reachability : Reachability.values()) {
            counts.put(reachability, 0L);
        }
        statuses.forEach((status, count) -> counts.merge(status.reachability(), count, Long::sum));
        return counts;
    }

    /**
     * The results by status.
     *
     * @return those that were met, the most frequent first
     */
    public List<Counted<HlrStatus>> byStatus() {
        return sorted(statuses, Comparator.naturalOrder());
    }

    /**
     * The results by the country of the network.
     *
     * @return ISO 3166-1 alpha-2 codes, the most frequent first; an empty one where the network has none or is not known
     */
    public List<Counted<Optional<String>>> byCountry() {
        return sorted(countries, Comparator.comparing(code -> code.orElse("")));
    }

    /**
     * The results by network.
     *
     * @return the networks, the most frequent first; an empty one where the result named none
     */
    public List<Counted<Optional<NetworkCode>>> byNetwork() {
        return sorted(
                networks,
                Comparator.comparing(network -> network.map(NetworkCode::digits).orElse("")));
    }

    /**
     * How many numbers were ported, were not, or may have been.
     *
     * @param answer whether they were ported; empty for results that do not say
     * @return zero or more
     */
    public long ported(Optional<Boolean> answer) {
        return ported.getOrDefault(answer, 0L);
    }

    private boolean fits(Optional<NetworkCode> network) {
        return networks.size() < MAX_NETWORKS || networks.containsKey(network);
    }

    private static <T> List<Counted<T>> sorted(Map<T, Long> counts, Comparator<T> amongEqual) {
        return counts.entrySet().stream()
                .map(entry -> new Counted<>(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Counted<T>>comparingLong(Counted::count)
                        .reversed()
                        .thenComparing(Counted::what, amongEqual))
                .toList();
    }
}
