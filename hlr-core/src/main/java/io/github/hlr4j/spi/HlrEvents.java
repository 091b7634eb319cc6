package io.github.hlr4j.spi;

import java.util.Objects;

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
     * Both these events and others hear of everything, these first.
     *
     * @param others who hears it too, even if these throw
     * @return both
     */
    default HlrEvents and(HlrEvents others) {
        Objects.requireNonNull(others, "others");
        return event -> {
            try {
                on(event);
            } finally {
                others.on(event);
            }
        };
    }

    /**
     * Logs what somebody may have to look into, one line each, by the {@link System.Logger} {@code io.github.hlr4j}: as
     * warnings, results that could not be handed over, results that contradict each other, and refused notifications whose
     * token held, because they may be answers that were paid for; as information, refused notifications of strangers.
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
            } else if (event instanceof HlrEvent.NotificationRefused refused) {
                logger.log(
                        refused.correlation().isPresent() ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                        "a notification {0} was answered {1}: {2}",
                        refused.correlation()
                                .map(request -> "of request " + request)
                                .orElse("of a stranger"),
                        String.valueOf(refused.httpStatus()),
                        refused.reason());
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
