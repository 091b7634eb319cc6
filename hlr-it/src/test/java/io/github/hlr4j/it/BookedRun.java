package io.github.hlr4j.it;

import io.github.hlr4j.bulk.spi.BatchState;
import io.github.hlr4j.bulk.spi.Ledger;
import io.github.hlr4j.bulk.spi.RunCounts;
import io.github.hlr4j.bulk.spi.RunName;
import io.github.hlr4j.ledger.jdbc.PostgresLedger;
import io.github.hlr4j.ledger.jdbc.SqliteLedger;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run of {@code hlr verify} with a ledger, of a list that each process of it is given anew; no answers are awaited. */
final class BookedRun {

    private static final String NAME = "spring";
    private static final int BATCH = 500;

    private final String ledger;
    private final Path folder;
    private final Path numbers;

    /**
     * Writes the list.
     *
     * @param ledger as the command line takes it
     * @param batches how many batches the list makes
     * @param folder an existing one
     */
    BookedRun(String ledger, int batches, Path folder) throws IOException {
        this.ledger = ledger;
        this.folder = folder;
        this.numbers = Files.writeString(
                folder.resolve("numbers.txt"),
                IntStream.range(0, batches * BATCH)
                        .mapToObj(i -> "+3363998" + "%04d".formatted(i))
                        .collect(Collectors.joining("\n")));
    }

    /** Starts a process that begins the run, or goes on with it. */
    HlrProcess verify(FakeSmsPartner service) throws IOException {
        return verify(service, List.of());
    }

    /**
     * The same under another command.
     *
     * @param wrapper a command that runs its arguments
     */
    HlrProcess verify(FakeSmsPartner service, List<String> wrapper) throws IOException {
        return HlrProcess.start(
                wrapper,
                Map.of(
                        "SMSPARTNER_API_KEY",
                        service.key().reveal(),
                        "HLR_BASE_URL",
                        service.baseUrl().toString()),
                "verify",
                "--no-wait",
                "--ledger",
                ledger,
                "--run",
                NAME,
                "--output",
                folder.resolve("results.csv").toString(),
                numbers.toString());
    }

    RunCounts counts() {
        try (Ledger open = ledger.startsWith("jdbc:")
                ? PostgresLedger.open(ledger, new Properties())
                : SqliteLedger.open(Path.of(ledger))) {
            return open.counts(RunName.of(NAME));
        }
    }

    int batches(BatchState state) {
        return counts().batches(state);
    }
}
