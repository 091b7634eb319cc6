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
     * Logs what somebody should look into, by {@link System.Logger}: results that could not be handed over and results that
     * contradict each other, as warnings of {@code io.github.hlr4j}.
     *
     * @return events of which the others are dropped
     */
    static HlrEvents logged() {
        System.Logger logger = System.getLogger("io.github.hlr4j");
        return event -> {
            if (event instanceof HlrEvent.HandOverFailed failed) {
                logger.log(
                        System.Logger.Level.WARNING,
                        "results of request {0} were answered 503 and may come again: handing them over failed with {1}",
                        failed.correlation(),
                        failed.cause().getClass().getName());
            } else if (event instanceof HlrEvent.ResultConflict conflict) {
                logger.log(
                        System.Logger.Level.WARNING,
                        "a result of request {0} contradicts an earlier one and was dropped: {1}",
                        conflict.correlation(),
                        conflict.dropped());
            }
        };
    }

    /**
     * Hears nothing.
     *
     * @return events that are dropped
     */
    static HlrEvents none() {
        return event -> {};
    }
}
