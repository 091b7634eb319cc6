package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.HlrException;
import io.github.hlr4j.PhoneNumber;
import java.util.Iterator;
import java.util.List;

/**
 * The batches of a run that is being planned, in their order: 1 to 500 numbers each, none of them twice in the run.
 *
 * <p>Not safe for concurrent use.
 */
public interface PlannedBatches extends Iterator<List<PhoneNumber>> {

    /**
     * What is known when all batches were taken.
     *
     * @return the facts
     * @throws HlrException if there is another batch
     */
    PlanFacts facts();
}
