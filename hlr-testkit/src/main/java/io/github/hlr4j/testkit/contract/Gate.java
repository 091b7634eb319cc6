package io.github.hlr4j.testkit.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Holds a thread where it is until a test lets it go on. */
final class Gate implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /** Waits until the gate is open. */
    void pass() {
        reached.complete(null);
        opened.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Waits until somebody waits here, or did. */
    void awaitSomebody() {
        reached.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void open() {
        opened.complete(null);
    }

    /** Leaves nobody behind. */
    @Override
    public void close() {
        open();
    }
}
