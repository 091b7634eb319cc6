package io.github.hlr4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two million requests on virtual time, or as many as the property {@code hlr4j.simulation.requests} says: however the server counts
 * and whatever comes between, nobody is refused, and where nothing comes between little of the quota is left unused.
 */
class SlotScheduleSimulationTest {

    private static final List<Set<Disturbance>> DISTURBANCES = Stream.of(
                    Stream.of(EnumSet.noneOf(Disturbance.class)),
                    Stream.of(Disturbance.values()).map(EnumSet::of),
                    Stream.of(Disturbance.SLOW_CLOCK, Disturbance.FAST_CLOCK)
                            .map(without -> EnumSet.complementOf(EnumSet.of(without))))
            .flatMap(sets -> sets)
            .<Set<Disturbance>>map(set -> set)
            .toList();

    private static final Set<Disturbance> ONLY_CLOCKS = EnumSet.of(Disturbance.FAST_CLOCK, Disturbance.SLOW_CLOCK);

    private static final int REQUESTS = Integer.getInteger("hlr4j.simulation.requests", 2_000_000);

    @ParameterizedTest(name = "{0}, {1}, seed {2}")
    @MethodSource("cases")
    void documented_D04_nobodyIsRefusedAndLittleIsLeftUnused(
            ServerKind kind, Set<Disturbance> disturbances, long seed) {
        int cases = ServerKind.values().length * DISTURBANCES.size();

        Simulation.Outcome outcome = new Simulation(kind, disturbances, seed).send(REQUESTS / cases + 1);

        assertThat(outcome.refused()).isZero();
        if (ONLY_CLOCKS.containsAll(disturbances)) {
            assertThat(outcome.share()).isGreaterThanOrEqualTo(97.5);
        }
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (ServerKind kind : ServerKind.values()) {
            for (Set<Disturbance> disturbances : DISTURBANCES) {
                cases.add(arguments(kind, disturbances, cases.size()));
            }
        }
        return cases.stream();
    }
}
