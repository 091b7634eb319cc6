package io.github.hlr4j.bulk.spi;

import io.github.hlr4j.spi.ResultStore.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * What became of the results of one notification.
 *
 * @param attempt the attempt at whose address it arrived, as it is now
 * @param verdicts what each result is to those that came before it
 * @param paidTwice whether the batch was accepted under another address as well
 */
public record Taken(Attempt attempt, List<Verdict> verdicts, boolean paidTwice) {

    /** Checks and copies. */
    public Taken {
        Objects.requireNonNull(attempt, "attempt");
        verdicts = List.copyOf(verdicts);
    }
}
