package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Says how many notifications a second a SQLite ledger takes; {@code bin/bench-ledger} runs it. */
public final class TakeBench {

    private static final int SIZE = 500;
    private static final int ROUNDS = 3;

    private TakeBench() {}

    /** One notification with one result. */
    private record Call(Correlation attempt, PhoneNumber phone) {}

    /**
     * Takes one result a call, of batches in no order, and prints the rate of each round.
     *
     * @param arguments an empty folder, how many threads, and how many calls a round has
     */
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        int calls = Integer.parseInt(arguments[2]);
        try (Ledger ledger = SqliteLedger.open(Path.of(arguments[0], "books.db"))) {
            List<Call> all = calls(ledger, ROUNDS * calls);
            for (int round = 0; round < ROUNDS; round++) {
                Duration took = take(ledger, all.subList(round * calls, (round + 1) * calls), threads);
                System.out.printf("%d threads: %,d calls a second%n", threads, calls * 1_000L / took.toMillis());
            }
        }
    }

    private static List<Call> calls(Ledger ledger, int count) {
        int batches = count / SIZE + 1;
        ledger.plan(Sample.RUN, "account", Sample.plan(batches, SIZE), Sample.NOW);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            Claim.Granted claim = Sample.accepted(ledger);
            claim.numbers().forEach(phone -> calls.add(new Call(claim.attempt().correlation(), phone)));
        }
        Collections.shuffle(calls, new Random(1));
        return calls;
    }

    private static Duration take(Ledger ledger, List<Call> calls, int threads) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(threads);
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int call = next.getAndIncrement(); call < calls.size(); call = next.getAndIncrement()) {
                            Call each = calls.get(call);
                            ledger.take(each.attempt(), List.of(Sample.result(each.phone())), Sample.NOW);
                        }
                        running.countDown();
                    })
                    .start();
        }
        running.await();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
