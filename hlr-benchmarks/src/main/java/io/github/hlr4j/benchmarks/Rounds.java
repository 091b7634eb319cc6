package io.github.hlr4j.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Measures some benchmarks again and again, and keeps what each cost in each round. */
final class Rounds {

    private final Map<String, List<Cost>> costs = new TreeMap<>();

    private Rounds() {}

    static Rounds run(int count, ChainedOptionsBuilder options) throws RunnerException {
        Rounds rounds = new Rounds();
        for (int i = 0; i < count; i++) {
            rounds.add(new Runner(options.build()).run());
        }
        return rounds;
    }

    /** What a benchmark cost in each round, in their order. */
    List<Cost> of(String benchmark) {
        return costs.get(benchmark);
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            costs.computeIfAbsent(nameOf(result), name -> new ArrayList<>()).add(costOf(result));
        }
    }

    private static String nameOf(RunResult result) {
        StringBuilder name = new StringBuilder(result.getPrimaryResult().getLabel());
        result.getParams()
                .getParamsKeys()
                .forEach(key -> name.append(' ').append(result.getParams().getParam(key)));
        return name.toString();
    }

    private static Cost costOf(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        boolean sampled = result.getParams().getMode() == Mode.SampleTime;
        return new Cost(
                sampled ? time.getStatistics().getPercentile(50) : time.getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
