package io.github.hlr4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints tables of what hlr4j costs, as ratios to floors of the same run: {@code codecs}, {@code numbers}, {@code calls},
 * {@code start}, {@code plan} or {@code ledger}; how many rounds; and a folder for files.
 *
 * <p>A round measures everything once, each in a process of its own; what is printed is the median of the rounds, so that
 * whatever else the machine does is spread over all of them.
 */
public final class Bench {

    private static final int NUMBERS_OF_LIST = 10_000_000;

    private static final List<Row> CODECS = List.of(
            new Row("JSON reply", "jsonReply", Optional.of("jsonReplyByYasson"), "900 ns"),
            new Row("the same, beside a fresh Jsonb", "jsonReply", Optional.of("jsonReplyByFreshYasson"), ""),
            new Row("JSON notification", "jsonNotification", Optional.empty(), "1,200 ns"),
            new Row("XML reply", "xmlReply", Optional.of("xmlReplyByJaxb"), "1.3"),
            new Row("form notification", "formNotification", Optional.of("formByHand"), "1.5"),
            new Row("request of 500 numbers", "requestOf500", Optional.empty(), "one copy"));

    private static final List<Row> NUMBERS = List.of(
            new Row("a number in E.164", "parse E164", Optional.of("parseByLibphonenumber E164"), "1/60"),
            new Row(
                    "a number as people write it",
                    "parse SPELLED",
                    Optional.of("parseByLibphonenumber SPELLED"),
                    "1/60"));

    private static final List<Row> CALLS = List.of(
            new Row("1 number", "call 1", Optional.of("callByHand 1"), "1.10"),
            new Row("500 numbers", "call 500", Optional.of("callByHand 500"), "1.10"),
            new Row("1 number, beside sendAsync", "call 1", Optional.of("callByHandAsync 1"), ""),
            new Row("500 numbers, beside sendAsync", "call 500", Optional.of("callByHandAsync 500"), ""));

    private Bench() {}

    /** Measures one chapter. */
    public static void main(String... args) throws IOException, RunnerException {
        int rounds = Integer.parseInt(args[1]);
        System.out.println(Machine.describe());
        switch (args[0]) {
            case "codecs" ->
                Table.print("time", CODECS, Rounds.run(rounds, averages("CodecBenchmark|RequestBenchmark")));
            case "numbers" -> Table.print("time", NUMBERS, Rounds.run(rounds, averages("NumberBenchmark")));
            case "calls" -> {
                Table.print("p50", CALLS, Rounds.run(rounds, calls(Mode.SampleTime, 1)));
                Table.print("1/throughput, 8 in flight", CALLS, Rounds.run(rounds, calls(Mode.AverageTime, 8)));
            }
            case "start" -> StartBench.run(rounds, Path.of(args[2]));
            case "plan", "ledger" -> ListBench.run(args[0], NUMBERS_OF_LIST, Path.of(args[2]));
            default -> throw new IllegalArgumentException("there is no chapter " + args[0]);
        }
        System.out.println(Machine.describe());
    }

    private static ChainedOptionsBuilder averages(String benchmarks) {
        return options(benchmarks).mode(Mode.AverageTime);
    }

    private static ChainedOptionsBuilder calls(Mode mode, int threads) {
        return options("CallBenchmark").mode(mode).threads(threads);
    }

    private static ChainedOptionsBuilder options(String benchmarks) {
        return new OptionsBuilder()
                .include(benchmarks)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .timeUnit(TimeUnit.NANOSECONDS)
                .jvmArgs("-Xms256m", "-Xmx256m")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
    }
}
