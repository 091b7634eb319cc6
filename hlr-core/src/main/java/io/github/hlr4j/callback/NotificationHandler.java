package io.github.hlr4j.callback;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import java.util.List;

/**
 * What an application does with results.
 *
 * <p><strong>Behaviour.</strong> Called with the results of one notification that are the first of their number, before
 * the notification is acknowledged. Results belong to the handler once it returns; where it must not lose them, it stores
 * them first. After a crash between the handler and the acknowledgement, the same results may come again: at least once.
 *
 * <p><strong>Failures.</strong> If it throws, the notification is answered with 503, nothing of it is remembered, and the
 * service may send it again. Other notifications are not affected.
 *
 * <p><strong>Threading.</strong> Called concurrently, on the threads of whoever received the notification.
 */
@FunctionalInterface
public interface NotificationHandler {

    /**
     * Takes results over.
     *
     * @param correlation the request that they belong to
     * @param results one or more results, each of another number
     */
    void handle(Correlation correlation, List<HlrNotification> results);
}
