package io.github.hlr4j.spi;

import java.io.Closeable;

/**
 * Posts one request over HTTP and returns the reply, whatever its status.
 *
 * <p><strong>Behaviour.</strong> The request is sent at most once: no redirect is followed, no status answered, nothing
 * retried, because a request that arrives twice is paid for twice. Any complete reply is returned, 500 included.
 *
 * <p><strong>Failures.</strong> Only {@link TransportException} is thrown, and it says whether the service may have seen
 * the request. Where that is not certain the answer is {@link Delivery#UNKNOWN}. The call ends within
 * {@link HttpPost#timeout()}, reading of the body included. A reply body beyond {@link HttpPost#maxReplyBytes()} is a
 * failure of unknown delivery, and is not kept in memory.
 *
 * <p><strong>Threading.</strong> Safe for concurrent calls. A call blocks its thread; an interrupt ends it with
 * {@code UNKNOWN} once the request may have left, {@code NOT_SENT} before, and the thread's interrupt flag set.
 *
 * <p><strong>Closing.</strong> Whoever created a transport closes it: the client closes one that it discovered, and never
 * one that it was given. Closing twice is harmless.
 */
@FunctionalInterface
public interface HttpTransport extends Closeable {

    /**
     * Sends the request once and waits for the reply.
     *
     * @param post what to send and how long to wait
     * @return the complete reply
     * @throws TransportException if no complete reply came back
     */
    HttpReply post(HttpPost post);

    /** Releases connections and threads; does nothing unless overridden. */
    @Override
    default void close() {}
}
