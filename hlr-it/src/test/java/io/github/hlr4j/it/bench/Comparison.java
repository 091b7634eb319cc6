package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The receiver beside its floors in one container: short rounds in changing order, so that what else happens on the machine
 * hits all of them alike, and ratios of rounds that stood beside each other.
 */
final class Comparison {

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration ROUND_AND_OVERHEAD = Duration.ofMillis(1_150);
    private static final int STALLED = 100;
    private static final int WARM_UP_SHARE = 4;

    private final Tokens tokens = new Tokens();
    private final Measured bare = new Measured(alone("a  bare servlet", MeasuredServlets.BARE));
    private final Measured reading =
            new Measured(alone("b  reads and discards, asynchronously", MeasuredServlets.READING));
    private final Measured receiver = new Measured(alone("c  HlrCallbackServlet", MeasuredServlets.RECEIVER));
    private final Measured attacked =
            new Measured(underAttack("d  c under attack, valid half", MeasuredServlets.RECEIVER));
    private final Measured attackedFloor =
            new Measured(underAttack("e  b under the same attack, valid half", MeasuredServlets.READING));
    private final List<Measured> all = List.of(bare, reading, receiver, attacked, attackedFloor);
    private final Duration warmUp;
    private final int cycles;

    /** A comparison that takes about a given time. */
    Comparison(Duration time) {
        warmUp = time.dividedBy(WARM_UP_SHARE);
        cycles = (int) time.minus(warmUp).dividedBy(ROUND_AND_OVERHEAD.multipliedBy(all.size()));
    }

    private Subject alone(String name, String path) {
        return new Subject(name, path, List.of(new ValidPosts(path, tokens)), 0);
    }

    private Subject underAttack(String name, String path) {
        return new Subject(name, path, List.of(new ValidPosts(path, tokens), new HostilePosts(path, tokens)), STALLED);
    }

    String conditions() {
        return String.format(
                Locale.ROOT,
                "%d connections, %d rounds of %d s each after %d s of warm-up",
                Subject.LANES,
                cycles,
                ROUND.toSeconds(),
                warmUp.toSeconds());
    }

    String measure(Container container) throws IOException {
        try (ServerProcess server = ServerProcess.start(container, tokens.ring())) {
            for (Measured each : all) {
                each.warmUp(server, warmUp.dividedBy(all.size()), tokens);
            }
            List<Measured> order = new ArrayList<>(all);
            Random random = new Random(1);
            for (int cycle = 0; cycle < cycles; cycle++) {
                Collections.shuffle(order, random);
                for (Measured each : order) {
                    each.round(server, ROUND, tokens);
                }
            }
        }
        return report();
    }

    private String report() {
        StringBuilder report = new StringBuilder(String.format(
                "  %-40s %26s %8s %8s %10s%n", "", "answers/s (quartiles)", "p50 ms", "p99 ms", "server us"));
        all.forEach(each -> report.append(each.line()));
        report.append(String.format("  %-16s %24s %24s%n", "", "of the answers", "by processor time"))
                .append(ratio("c / a", receiver, bare, 1, ", target 0.80"))
                .append(ratio("c / b", receiver, reading, 1, ", target 0.85"))
                .append(ratio("d / half of c", attacked, receiver, 0.5, ", target 0.80"))
                .append(ratio("e / half of b", attackedFloor, reading, 0.5, ""))
                .append(ratio("d / e", attacked, attackedFloor, 1, ""))
                .append(shares());
        return report.toString();
    }

    private static String ratio(String name, Measured one, Measured other, double share, String target) {
        return String.format(
                "  %-16s %24s %24s%s%n",
                name,
                one.relativeTo(other, share, Round::perSecond).print("%.2f"),
                one.relativeTo(other, share, Round::perProcessorSecond).print("%.2f"),
                target);
    }

    private String shares() {
        double client =
                rounds().mapToDouble(round -> round.clientCpu().toNanos()).sum();
        double server =
                rounds().mapToDouble(round -> round.serverCpu().toNanos()).sum();
        double time = rounds().mapToDouble(round -> round.time().toNanos()).sum();
        return String.format(
                Locale.ROOT,
                "  making the load took %.0f %% of the processor time of both processes, and both %.0f %% of the machine%n",
                100 * client / (client + server),
                100 * (client + server) / (time * Runtime.getRuntime().availableProcessors()));
    }

    private Stream<Round> rounds() {
        return all.stream().flatMap(each -> each.rounds().stream());
    }
}
