package io.github.hlr4j.it.soak;

import io.github.hlr4j.bulk.BulkReport;
import io.github.hlr4j.bulk.BulkVerification;
import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.MicroEuros;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.it.bulk.Door;
import io.github.hlr4j.it.faults.Vitals;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.NotificationCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Sends at the full quota for a long time, under faults, while answers arrive, and compares the books after each minute.
 *
 * <p>Time is compressed: a minute of the quota takes a fraction of it, and a batch has that fraction of 500 numbers, so that
 * 3,000 answers a second arrive as they would.
 */
public final class Soak {

    private static final int REQUESTS_A_MINUTE = 360;
    private static final int NUMBERS_OF_A_BATCH = 500;
    private static final int WARM_UP = 3;
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long HEAP_THAT_MAY_BE_ADDED = 4L << 20;

    /** The container's pool grows and shrinks by a few with the load of the last minute. */
    private static final int THREADS_THAT_MAY_COME_AND_GO = 8;

    private final FakeSmsPartner fake;
    private final HlrClient client;
    private final Ledger ledger;
    private final Door door;
    private final Rate rate;
    private final int batchSize;
    private final Complaints complaints;
    private long answers;

    private Soak(FakeSmsPartner fake, HlrClient client, Ledger ledger, Door door, Rate rate, int batchSize) {
        this.fake = fake;
        this.client = client;
        this.ledger = ledger;
        this.door = door;
        this.rate = rate;
        this.batchSize = batchSize;
        this.complaints = Complaints.heard();
    }

    /**
     * Soaks; the exit code is 1 where something was wrong.
     *
     * @param arguments how many minutes of the quota, by how much they are compressed, and an empty folder
     */
    public static void main(String[] arguments) throws Exception {
        int minutes = Integer.parseInt(arguments[0]);
        int compression = Integer.parseInt(arguments[1]);
        Rate rate = new Rate(REQUESTS_A_MINUTE, Duration.ofMinutes(1).dividedBy(compression));
        boolean fine;
        try (FakeSmsPartner fake = SoakedService.start(rate, 1);
                HlrClient client = HlrClient.builder(fake.key())
                        .baseUrl(fake.baseUrl())
                        .timeout(TIMEOUT)
                        .build();
                Ledger ledger = SqliteLedger.open(Path.of(arguments[2], "soak.db"));
                Door door = Door.open(0)) {
            fine = new Soak(fake, client, ledger, door, rate, NUMBERS_OF_A_BATCH / compression).run(minutes);
        }
        System.exit(fine ? 0 : 1);
    }

    private boolean run(int minutes) throws Exception {
        try (BulkVerification receiving = verification("minute-0")) {
            door.receive(receiving.receiver());
        }
        Vitals before = Vitals.now();
        long start = System.nanoTime();
        for (int minute = 1; minute <= minutes; minute++) {
            soak("minute-" + minute);
            if (minute == WARM_UP) {
                before = Vitals.now();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Vitals after = Vitals.now();
        System.out.printf(
                Locale.ROOT,
                "%d minutes of the quota in %.0f s, %,d answers, %,.0f a second; %s; warnings and exceptions: %d%n",
                minutes,
                seconds,
                answers,
                answers / seconds,
                after.since(before, minutes),
                complaints.count());
        complaints.first().forEach(System.out::println);
        return complaints.count() == 0
                && after.threads() <= before.threads() + THREADS_THAT_MAY_COME_AND_GO
                && after.descriptors() <= before.descriptors()
                && after.heap() - before.heap() <= HEAP_THAT_MAY_BE_ADDED;
    }

    /** One run of a minute's requests, from the plan to the last answer. */
    private void soak(String name) throws InterruptedException {
        ledger.plan(RunName.of(name), client.account(), new SoakBatches(REQUESTS_A_MINUTE, batchSize), Instant.now());
        try (BulkVerification verification = verification(name)) {
            verification.resume();
            verification.await(Duration.ZERO);
            fake.awaitNotifications(PATIENCE);
            BulkReport report = verification.await(Duration.ZERO);
            compare(report);
        }
        NotificationCounts posted = fake.journal().notificationCounts();
        answers += posted.acknowledged();
        fake.reset();
    }

    private BulkVerification verification(String name) {
        return BulkVerification.builder(client, ledger)
                .name(name)
                .at(door.url())
                .rate(rate)
                .build();
    }

    /** What the ledger says was spent, answered and left in doubt is what the service billed, posted and did not bill. */
    private void compare(BulkReport report) {
        long billed = fake.journal().billedNumbers();
        long accepted = report.counts().numbers(BatchState.ACCEPTED);
        MicroEuros spent = report.counts().spent();
        boolean balanced = accepted == billed
                && report.counts().answered() == billed
                && spent.equals(MicroEuros.DOCUMENTED_PRICE.times(Math.toIntExact(billed)))
                && report.counts().batches(BatchState.PLANNED) == 0;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d numbers billed, %,d accepted, %,d answered, %d batches unconfirmed and not billed, spent %s: %s%n",
                report.run().name(),
                billed,
                accepted,
                report.counts().answered(),
                report.counts().batches(BatchState.UNCONFIRMED),
                spent,
                balanced ? "balanced" : "NOT BALANCED");
        if (!balanced) {
            complaints.add("the books do not balance: " + report);
        }
    }
}
