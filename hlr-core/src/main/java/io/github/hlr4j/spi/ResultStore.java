package io.github.hlr4j.spi;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import java.util.List;
import java.util.function.Consumer;

/**
 * Remembers which results arrived, so that each is handed over once: the first result of a number wins.
 *
 * <p><strong>Behaviour.</strong> Each result is judged against what is remembered of the same correlation and number, and
 * against those before it in the same list. The first ones are handed over together, before the call returns. When it
 * returns, they are as safe as the store promises, and an acknowledgement may leave.
 *
 * <p><strong>Failures.</strong> If handing over fails, or keeping, the exception passes to the caller and nothing of the
 * call is remembered: the same results, sent again, are first again. A store that outlives the process may hand over the
 * same results again after a crash between handing over and keeping: at least once, never silently lost.
 *
 * <p><strong>Threading.</strong> Safe for concurrent calls. Equal calls at the same time lead to one handing over. Calls may
 * wait for another that hands over, those of other correlations as well: a store with a single writer cannot do otherwise,
 * and one that can says so in its own documentation. So handing over must not call the store again.
 */
@FunctionalInterface
public interface ResultStore {

    /**
     * Takes the results that one notification carried.
     *
     * @param correlation the request that they belong to
     * @param results the results, in the order received
     * @param handOver called once with the first ones, in their order; not called where there are none
     * @return a verdict for each result, in their order
     */
    List<Verdict> take(
            Correlation correlation, List<HlrNotification> results, Consumer<List<HlrNotification>> handOver);

    /** What a result is to those that came before it. */
    enum Verdict {
        /** Nothing is known of the number: this result counts. */
        FIRST,
        /** The same as the first result: same {@link HlrNotification#fingerprint()}. */
        DUPLICATE,
        /** Another one than the first result, which stands. */
        CONFLICT
    }
}
