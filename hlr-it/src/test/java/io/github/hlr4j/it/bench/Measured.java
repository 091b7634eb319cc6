package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A subject and the rounds that it went through. */
final class Measured {

    private final Subject subject;
    private final List<Round> rounds = new ArrayList<>();
    private final Latencies latencies = new Latencies();

    Measured(Subject subject) {
        this.subject = subject;
    }

    void warmUp(ServerProcess server, Duration time, Tokens tokens) throws IOException {
        subject.run(server, time, tokens, new Latencies());
    }

    void round(ServerProcess server, Duration time, Tokens tokens) throws IOException {
        rounds.add(subject.run(server, time, tokens, latencies));
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** A figure of this one in relation to a share of that of another one, round by round. */
    Quartiles relativeTo(Measured other, double share, ToDoubleFunction<Round> figure) {
        return Quartiles.of(IntStream.range(0, rounds.size())
                .mapToObj(
                        i -> figure.applyAsDouble(rounds.get(i)) / (share * figure.applyAsDouble(other.rounds.get(i))))
                .toList());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-44s %26s %8.2f %8.2f %10.1f%n",
                subject.name(),
                of(Round::perSecond).print("%.0f"),
                latencies.millis(0.5),
                latencies.millis(0.99),
                of(Round::serverMicros).median());
    }

    private Quartiles of(ToDoubleFunction<Round> figure) {
        return Quartiles.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
