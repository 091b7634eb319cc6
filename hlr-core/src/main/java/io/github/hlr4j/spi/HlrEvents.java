package io.github.hlr4j.spi;

/**
 * Hears what happens inside, for counters and logs.
 *
 * <p><strong>Threading.</strong> Called on the thread where it happens, concurrently; it must return quickly.
 *
 * <p><strong>Failures.</strong> It must not throw; an exception is swallowed, because a counter is no reason to lose a
 * result.
 */
@FunctionalInterface
public interface HlrEvents {

    /**
     * Takes one event.
     *
     * @param event what happened; it holds neither key, token nor whole phone number in its text
     */
    void on(HlrEvent event);

    /**
     * Hears nothing.
     *
     * @return events that are dropped
     */
    static HlrEvents none() {
        return event -> {};
    }
}
