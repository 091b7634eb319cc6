package io.github.hlr4j.it.bench;

import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.NumberResult;
import io.github.hlr4j.ledger.jdbc.PostgresLedger;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Posts notifications, 30 of a hundred of them repetitions, in random order to receivers over one ledger, measures how fast
 * they are acknowledged, each after its commit, and compares what the ledger has with what was acknowledged.
 */
public final class LedgerBench {

    private static final int LANES = 128;
    private static final int DISTINCT_OF_TEN = 7;
    private static final int WARM_UP_OF_TEN = 2;
    private static final Duration A_LITTLE = Duration.ofMillis(20);

    private LedgerBench() {}

    /**
     * Measures; the exit code is 1 where the ledger has something else than what was acknowledged.
     *
     * @param arguments {@code sqlite}, {@code postgres} for one that is started, or the URL of an empty PostgreSQL; how many
     *     notifications; how many nodes; and an empty folder
     */
    public static void main(String[] arguments) throws Exception {
        int notifications = Integer.parseInt(arguments[1]);
        int nodes = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[3]);
        System.out.println(Machine.describe());
        boolean right;
        if (arguments[0].equals("postgres")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                right = bench(postgres.getJdbcUrl("postgres", "postgres"), notifications, nodes, folder);
            }
        } else {
            String sqlite = folder.resolve("books.db").toString();
            right = bench(arguments[0].equals("sqlite") ? sqlite : arguments[0], notifications, nodes, folder);
        }
        System.exit(right ? 0 : 1);
    }

    private static boolean bench(String ledger, int notifications, int nodes, Path folder) throws IOException {
        int distinct = (int) ((long) notifications * DISTINCT_OF_TEN / 10);
        int batches = (distinct + LedgerPosts.SIZE - 1) / LedgerPosts.SIZE;
        int warmUp = (int) ((long) notifications * WARM_UP_OF_TEN / 10);
        int[] order = order(notifications, distinct);
        List<LedgerProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < nodes; i++) {
                processes.add(LedgerProcess.start(ledger, folder.resolve("tokens"), batches));
            }
            List<String> tokens = Files.readAllLines(folder.resolve("tokens"));
            post(processes, shares(Arrays.copyOf(order, warmUp), nodes), tokens, new Latencies());
            measure(processes, shares(Arrays.copyOfRange(order, warmUp, notifications), nodes), tokens);
        } finally {
            processes.forEach(LedgerProcess::close);
        }
        return hasEverything(ledger, distinct);
    }

    private static void measure(List<LedgerProcess> processes, List<int[]> shares, List<String> tokens) {
        int notifications = shares.stream().mapToInt(share -> share.length).sum();
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        Duration received = processorTime(processes);
        Duration sent = processorTime(ProcessHandle.current());
        post(processes, shares, tokens, latencies);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d notifications on %d node(s): %,.0f a second, p50 %.1f ms, p99 %.1f ms;"
                        + " of the processor %,d us each to receive and %,d us to send%n",
                notifications,
                processes.size(),
                notifications / seconds,
                latencies.millis(0.5),
                latencies.millis(0.99),
                micros(processorTime(processes).minus(received)) / notifications,
                micros(processorTime(ProcessHandle.current()).minus(sent)) / notifications);
    }

    private static Duration processorTime(List<LedgerProcess> processes) {
        return processes.stream()
                .map(each -> processorTime(each.process().toHandle()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }

    static Ledger open(String place) {
        return place.startsWith("jdbc:")
                ? PostgresLedger.open(place, new Properties())
                : SqliteLedger.open(Path.of(place));
    }

    /** Each result once, and then some of them again, shuffled. */
    private static int[] order(int notifications, int distinct) {
        Random random = new Random(1);
        List<Integer> order = new ArrayList<>(notifications);
        for (int i = 0; i < notifications; i++) {
            order.add(i < distinct ? i : random.nextInt(distinct));
        }
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<int[]> shares(int[] order, int nodes) {
        List<int[]> shares = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            shares.add(Arrays.copyOfRange(
                    order, (int) ((long) order.length * i / nodes), (int) ((long) order.length * (i + 1) / nodes)));
        }
        return shares;
    }

    private static void post(
            List<LedgerProcess> processes, List<int[]> shares, List<String> tokens, Latencies latencies) {
        CompletableFuture<?>[] posting = new CompletableFuture<?>[processes.size()];
        for (int i = 0; i < posting.length; i++) {
            InetSocketAddress address = processes.get(i).address();
            LedgerPosts posts = new LedgerPosts(tokens, shares.get(i));
            Latencies own = i == 0 ? latencies : new Latencies();
            posting[i] = CompletableFuture.runAsync(() -> postAll(address, posts, own));
        }
        CompletableFuture.allOf(posting).join();
    }

    private static void postAll(InetSocketAddress address, LedgerPosts posts, Latencies latencies) {
        try (Load load = new Load(address, LANES, List.of(posts), latencies)) {
            load.start();
            while (!posts.isOver()) {
                load.answersWithin(A_LITTLE);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a notification was not acknowledged", e);
        }
    }

    /** Everything was acknowledged, so everything has to be there, once and nothing else. */
    private static boolean hasEverything(String place, int distinct) {
        BitSet answered = new BitSet();
        try (Ledger ledger = open(place);
                Stream<NumberResult> results = ledger.results(LedgerServer.RUN)) {
            int index = 0;
            for (Iterator<NumberResult> all = results.iterator(); all.hasNext(); index++) {
                answered.set(index, all.next().result().isPresent());
            }
        }
        boolean right = answered.cardinality() == distinct && answered.length() == distinct;
        System.out.printf(
                Locale.ROOT,
                "the ledger has %,d results of %,d that were acknowledged: %s%n",
                answered.cardinality(),
                distinct,
                right ? "equal to the truth" : "WRONG");
        return right;
    }
}
