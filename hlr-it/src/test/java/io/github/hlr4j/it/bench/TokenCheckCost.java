package io.github.hlr4j.it.bench;

import io.github.hlr4j.callback.CallbackKeys;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one check of a token costs a warm virtual machine, in nanoseconds of processor time: others may use it meanwhile. */
final class TokenCheckCost {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TOKENS = 1_000;
    private static final int CHECKS_OF_BATCH = 5_000;
    private static final int WARM_UP_BATCHES = 400;
    private static final int BATCHES = 60;

    private final Tokens tokens = new Tokens();
    private final CallbackKeys ring = tokens.ring();
    private final Instant now = Instant.now();

    Quartiles ofGoodToken() {
        return measure(tokens::valid, true);
    }

    Quartiles ofBadToken() {
        return measure(() -> tokens.failing(Tokens.Failure.FORGED_LAST_BYTE), false);
    }

    private Quartiles measure(Supplier<String> token, boolean good) {
        List<String> many = Stream.generate(token).limit(TOKENS).toList();
        List<Double> nanos = new ArrayList<>();
        for (int batch = 0; batch < WARM_UP_BATCHES + BATCHES; batch++) {
            double each = nanosOfEach(many, good);
            if (batch >= WARM_UP_BATCHES) {
                nanos.add(each);
            }
        }
        return Quartiles.of(nanos);
    }

    private double nanosOfEach(List<String> many, boolean good) {
        int accepted = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < CHECKS_OF_BATCH; i++) {
            accepted += ring.verify(many.get(i % TOKENS), now).isPresent() ? 1 : 0;
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (accepted != (good ? CHECKS_OF_BATCH : 0)) {
            throw new IllegalStateException(accepted + " tokens were accepted");
        }
        return (double) nanos / CHECKS_OF_BATCH;
    }
}
