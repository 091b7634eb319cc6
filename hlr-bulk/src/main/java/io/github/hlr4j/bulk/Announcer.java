package io.github.hlr4j.bulk;

import java.util.Objects;
import java.util.function.Consumer;

/** Tells a listener, and lets nothing of the run depend on what it does. */
final class Announcer {

    private final BulkListener listener;

    Announcer(BulkListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    void tell(Consumer<BulkListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            System.getLogger("io.github.hlr4j")
                    .log(
                            System.Logger.Level.WARNING,
                            "a listener of a bulk run failed with "
                                    + e.getClass().getName());
        }
    }
}
