package io.github.hlr4j.it.soak;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** So many batches of so many numbers, each number once. */
final class SoakBatches implements PlannedBatches {

    private final int batches;
    private final int size;
    private int next;

    SoakBatches(int batches, int size) {
        this.batches = batches;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return next < batches;
    }

    @Override
    public List<PhoneNumber> next() {
        int first = next++ * size;
        return IntStream.range(first, first + size)
                .mapToObj(index -> new PhoneNumber(String.format(Locale.ROOT, "+3363998%06d", index)))
                .toList();
    }

    @Override
    public PlanFacts facts() {
        return new PlanFacts((long) batches * size, 0, 0, "soak");
    }
}
