package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Batches of one to three numbers under the country code 999, which no country has: as many as a long crash run needs, and each
 * number says which batch it is in.
 */
final class SmallBatches implements PlannedBatches {

    private static final long FIRST_NUMBER = 99_910_000_000L;
    private static final int MAX_SIZE = 3;

    private final int from;
    private final int to;
    private int next;
    private long numbers;

    /** The batches with the indices of a range, the first inclusive, the last exclusive. */
    SmallBatches(int from, int to) {
        this.from = from;
        this.to = to;
        this.next = from;
    }

    /** Tells a number from all others: the index of its batch, times three, and its place in the batch. */
    static int indexOf(PhoneNumber number) {
        return Math.toIntExact(Long.parseLong(number.e164().substring(1)) - FIRST_NUMBER);
    }

    static int batchOf(PhoneNumber number) {
        return indexOf(number) / MAX_SIZE;
    }

    @Override
    public boolean hasNext() {
        return next < to;
    }

    @Override
    public List<PhoneNumber> next() {
        int batch = next++;
        List<PhoneNumber> all = IntStream.range(0, 1 + batch % MAX_SIZE)
                .mapToObj(place -> new PhoneNumber("+" + (FIRST_NUMBER + (long) batch * MAX_SIZE + place)))
                .toList();
        numbers += all.size();
        return all;
    }

    @Override
    public PlanFacts facts() {
        return new PlanFacts(numbers, 0, 0, from + "-" + to);
    }
}
