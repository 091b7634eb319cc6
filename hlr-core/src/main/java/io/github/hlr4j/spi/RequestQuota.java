package io.github.hlr4j.spi;

import java.time.Duration;

/**
 * Says when the next request may leave, so that the service never answers 429 (D04).
 *
 * <p><strong>Behaviour.</strong> A permit is given to the callers in the order in which they came. Where it is known that
 * the wait would be longer than the caller allows, the caller is refused at once. Each permit must be released once, with
 * what became of its request; further releases are ignored.
 *
 * <p><strong>Failures.</strong> {@link QuotaException} where no permit is given, mostly for a wait that is too long, {@link InterruptedException} for an
 * interrupt; in both cases no permit is held and nobody else is delayed. Releasing never throws: by then the request may have been paid for.
 *
 * <p><strong>Threading.</strong> Safe for concurrent calls; a call blocks its thread. A permit may be released by another
 * thread than the one that acquired it.
 */
@FunctionalInterface
public interface RequestQuota {

    /**
     * Waits for the right to send one request.
     *
     * @param longestWait how long the caller is willing to wait; zero asks for a permit now or not at all
     * @return the permit
     * @throws QuotaException if the wait is, or turns out to be, longer
     * @throws InterruptedException if the thread is interrupted before a permit is given
     */
    Permit acquire(Duration longestWait) throws InterruptedException;

    /** The right to send one request. */
    @FunctionalInterface
    interface Permit {

        /**
         * Gives the permit back.
         *
         * @param usage what became of the request
         */
        void release(Usage usage);
    }

    /** What became of a request that held a permit. */
    enum Usage {
        /** It certainly was not sent. */
        NOT_SENT,
        /** It was answered, with any status but 429. */
        ANSWERED,
        /** It may have been sent, and was not answered. */
        UNANSWERED,
        /** It was answered with 429: the service counts more requests than we do. */
        THROTTLED
    }
}
