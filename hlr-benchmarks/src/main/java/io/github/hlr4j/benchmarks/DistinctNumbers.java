package io.github.hlr4j.benchmarks;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.bulk.spi.PlanFacts;
import io.github.hlr4j.bulk.spi.PlannedBatches;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A list of distinct numbers of 14 digits, which nobody has: as a file, and as the batches of a plan. */
final class DistinctNumbers implements PlannedBatches {

    private static final long FIRST = 33_639_980_000_000L;
    private static final int SIZE = VerificationRequest.MAX_NUMBERS;

    private final int count;
    private int planned;

    DistinctNumbers(int count) {
        this.count = count;
    }

    /** Writes the list in an order that helps nobody. */
    static void write(Path file, int count) throws IOException {
        long step = 7_368_787; // a prime, so that every number comes once
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (long i = 0; i < count; i++) {
                lines.write("+" + (FIRST + i * step % count));
                lines.newLine();
            }
        }
    }

    static List<PhoneNumber> batch(int first, int size) {
        return IntStream.range(first, first + size)
                .mapToObj(index -> new PhoneNumber("+" + (FIRST + index)))
                .toList();
    }

    @Override
    public boolean hasNext() {
        return planned < count;
    }

    @Override
    public List<PhoneNumber> next() {
        List<PhoneNumber> batch = batch(planned, Math.min(SIZE, count - planned));
        planned += batch.size();
        return batch;
    }

    @Override
    public PlanFacts facts() {
        return new PlanFacts(count, 0, 0, "0".repeat(32));
    }
}
