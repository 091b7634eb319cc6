package io.github.hlr4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that shows what a test sets it to, for dates and for addresses that expire.
 *
 * <p>Safe for concurrent use.
 */
public final class ManualClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private ManualClock(Instant start) {
        this.now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
    }

    /**
     * A clock that stands still.
     *
     * @param start what it shows
     * @return the clock
     */
    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Puts the clock forward, or back: clocks of machines do that too.
     *
     * @param time by how much; may be negative
     */
    public void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /**
     * What the clock shows.
     *
     * @return for example {@code ManualClock[2025-01-01T00:00:00Z]}
     */
    @Override
    public String toString() {
        return "ManualClock[" + instant() + "]";
    }
}
