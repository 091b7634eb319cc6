package io.github.hlr4j.benchmarks;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.NumberSource;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Claim;
import io.github.hlr4j.bulk.spi.Intent;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.bulk.spi.Settlement;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@link ListBench} runs, each in a process of its own: prints how many nanoseconds each part of the work took. */
final class ListPrograms {

    private static final RunName RUN = RunName.of("bench");
    private static final MicroEuros PRICE = MicroEuros.DOCUMENTED_PRICE;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LEASE = Duration.ofMinutes(5);

    private ListPrograms() {}

    /** Runs {@code lines FILE}, {@code plan FILE}, {@code ledger FILE COUNT} or {@code resume FILE}. */
    public static void main(String... args) throws IOException {
        Path file = Path.of(args[1]);
        switch (args[0]) {
            case "lines" -> timed(() -> readLines(file));
            case "plan" -> timed(() -> plan(file));
            case "ledger" -> {
                try (Ledger ledger = SqliteLedger.open(file)) {
                    int count = Integer.parseInt(args[2]);
                    timed(() -> ledger.plan(RUN, "account", new DistinctNumbers(count), Instant.now()));
                    timed(() -> answerAll(ledger));
                }
            }
            case "resume" -> timed(() -> resume(file));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void timed(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        System.out.println(System.nanoTime() - start);
    }

    private static void readLines(Path file) throws IOException {
        long characters = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                characters += line.length();
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("the file is empty");
        }
    }

    /** Plans into a ledger that takes the batches, keeps nothing and then refuses to go on. */
    private static void plan(Path file) {
        Ledger nowhere = (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "keys" -> CallbackKeys.create();
                    case "run" -> Optional.empty();
                    case "plan" -> throw planned((PlannedBatches) arguments[2]);
                    default -> null;
                });
        try (HlrClient client = HlrClient.builder(ApiKey.of(Numbers.KEY)).build();
                BulkVerification bulk =
                        BulkVerification.builder(client, nowhere).name("plan").build()) {
            bulk.start(NumberSource.lines(file));
        } catch (Planned end) {
            return;
        }
        throw new IllegalStateException("nothing was planned");
    }

    private static Planned planned(PlannedBatches batches) {
        batches.forEachRemaining(batch -> {});
        batches.facts();
        return new Planned();
    }

    private static final class Planned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Sends every batch to nobody and takes one notification with all its results. */
    private static void answerAll(Ledger ledger) {
        for (Claim claim = claim(ledger); claim instanceof Claim.Granted granted; claim = claim(ledger)) {
            Correlation attempt = granted.attempt().correlation();
            ledger.settle(attempt, Settlement.unconfirmed("nobody was asked"));
            ledger.take(
                    attempt,
                    granted.numbers().stream().map(ListPrograms::reachable).toList(),
                    Instant.now());
        }
    }

    private static Claim claim(Ledger ledger) {
        return ledger.claim(RUN, new Intent(Correlation.random(RANDOM), PRICE, Optional.empty(), Instant.now(), LEASE));
    }

    private static HlrNotification reachable(PhoneNumber phone) {
        return HlrNotification.fromFields(
                Map.of("phone", phone.e164(), "errorName", "NO_ERROR", "errorGrpId", "0", "mccMnc", "20801"));
    }

    /** What stands between the start of the process and the first request of a run that goes on. */
    private static void resume(Path file) {
        try (Ledger ledger = SqliteLedger.open(file)) {
            if (ledger.run(RUN).isEmpty()) {
                throw new IllegalStateException("there is no run");
            }
            ledger.recover(RUN, Instant.now());
            ledger.presumeNotAccepted(RUN, Instant.now().minus(LEASE));
            ledger.attempts(RUN, Set.of(BatchState.NOT_SENT));
            ledger.attempts(RUN, Set.of(BatchState.REJECTED));
            ledger.counts(RUN);
            if (!(claim(ledger) instanceof Claim.Granted)) {
                throw new IllegalStateException("nothing is left to send");
            }
        }
    }
}
