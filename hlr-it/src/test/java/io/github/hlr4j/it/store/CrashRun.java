package io.github.hlr4j.it.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Kills a receiver under load again and again, each time a new one on the files that the one before left. */
final class CrashRun implements AutoCloseable {

    private static final int MAX_NANOS_UNDER_LOAD = 1_000_000_000;

    private final ReceiverFiles files;
    private final Load load = new Load();

    private CrashRun(ReceiverFiles files) {
        this.files = files;
    }

    static CrashRun in(Path folder) throws IOException {
        return new CrashRun(ReceiverFiles.create(folder));
    }

    /** Starts a receiver, and kills it at a random moment after its first acknowledgement. */
    void kill() throws IOException, InterruptedException {
        CompletableFuture<Void> posting;
        try (ReceiverProcess receiver = ReceiverProcess.start(files)) {
            posting = load.start(receiver);
            receiver.runOn(Duration.ofNanos(ThreadLocalRandom.current().nextInt(MAX_NANOS_UNDER_LOAD)));
        }
        posting.join();
    }

    int posts() {
        return load.posts();
    }

    int refusals() {
        return load.refusals();
    }

    /** Compares what was acknowledged so far with what the files say. */
    Reckoning reckoning() throws IOException, SQLException {
        return Reckoning.of(
                load.acknowledged(),
                TakenResult.keptIn(files.database()),
                files.handOvers().results());
    }

    @Override
    public void close() {
        load.close();
    }
}
