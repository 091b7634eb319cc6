package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.spi.ResultStore.Verdict.DUPLICATE;
import static io.github.hlr4j.spi.ResultStore.Verdict.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.spi.ResultStore;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link ResultStore} must do: hand each result over once, remember nothing of what failed, whoever asks at the
 * same time.
 *
 * <pre>{@code
 * class MyStoreContractTest extends ResultStoreContract {
 *     @Override
 *     protected ResultStore store() {
 *         return new MyStore();
 *     }
 * }
 * }</pre>
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class ResultStoreContract extends VerdictRules {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG_ENOUGH_TO_RETURN = Duration.ofMillis(200);
    private static final int ROUNDS = 20;
    private static final int NUMBERS = 40;

    /** For subclasses; the engine makes one instance for each test. */
    protected ResultStoreContract() {}

    /**
     * Creates the store under test.
     *
     * @return a store that remembers nothing; a subclass closes what needs it after each test
     * @throws Exception if it cannot be created
     */
    @Override
    protected abstract ResultStore store() throws Exception;

    /**
     * Creates another store over the same storage, as another process would.
     *
     * @param store what {@link #store} made
     * @return by default the same store, for one that shares nothing
     * @throws Exception if it cannot be created
     */
    protected ResultStore another(ResultStore store) throws Exception {
        return store;
    }

    /**
     * Whether the store's documentation says that calls of different requests do not wait for each other.
     *
     * @return by default false, because the port does not promise it; then that test is skipped
     */
    protected boolean takesRequestsSideBySide() {
        return false;
    }

    @Test
    final void assumed_A06_whatOneStoreTookIsKnownToAnotherOverTheSameStorage() throws Exception {
        ResultStore another = another(opened());
        Correlation request = request();
        take(request, result(1, "NO_ERROR"));

        assertThat(take(another, request, result(1, "NO_ERROR"), result(2, "NO_ERROR")))
                .containsExactly(DUPLICATE, FIRST);
        assertThat(take(request, result(2, "NO_ERROR"))).containsExactly(DUPLICATE);
    }

    @Test
    final void assumed_A06_equalCallsAtOnceHandOverOnce() throws Exception {
        List<ResultStore> stores = List.of(opened(), another(opened()));
        for (int round = 0; round < ROUNDS; round++) {
            Correlation request = request();
            List<List<Verdict>> verdicts = Crowd.each(
                    thread -> take(stores.get(thread % 2), request, result(1, "NO_ERROR"), result(2, "NO_ERROR")));

            assertThat(verdicts)
                    .containsOnlyOnce(List.of(FIRST, FIRST))
                    .containsOnly(List.of(FIRST, FIRST), List.of(DUPLICATE, DUPLICATE));
        }
    }

    @Test
    final void assumed_A06_callsAtOnceHandOverEachNumberOnceInWhateverOrderTheyNameThem() throws Exception {
        List<ResultStore> stores = List.of(opened(), another(opened()));
        Correlation request = request();
        List<HlrNotification> all =
                IntStream.range(0, NUMBERS).mapToObj(i -> result(i, "NO_ERROR")).toList();

        List<List<HlrNotification>> first = Crowd.each(thread -> {
            List<HlrNotification> own = new ArrayList<>(all);
            Collections.shuffle(own, new Random(thread));
            return firstOf(own, take(stores.get(thread % 2), request, own.toArray(HlrNotification[]::new)));
        });

        assertThat(first.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    final void assumed_A06_aRepetitionWaitsForWhatItRepeatsAndTakesItsPlaceWhereThatFails() throws Exception {
        ResultStore another = another(opened());
        Correlation request = request();
        try (Gate gate = new Gate()) {
            CompletableFuture<List<Verdict>> failing = inThread(() -> take(
                    opened(),
                    request,
                    () -> {
                        gate.pass();
                        throw new HlrException("the handler is away");
                    },
                    result(1, "NO_ERROR")));
            gate.awaitSomebody();
            CompletableFuture<List<Verdict>> repetition = inThread(() -> take(another, request, result(1, "NO_ERROR")));

            assertThat(repetition).failsWithin(LONG_ENOUGH_TO_RETURN).withThrowableOfType(TimeoutException.class);
            gate.open();

            assertThat(failing).failsWithin(PATIENCE);
            assertThat(repetition).succeedsWithin(PATIENCE).isEqualTo(List.of(FIRST));
        }
    }

    @Test
    final void otherRequestsDoNotWaitWhileOneIsHandedOverWhereTheStoreSaysSo() {
        assumeTrue(takesRequestsSideBySide(), "calls may wait for each other");
        try (Gate gate = new Gate()) {
            CompletableFuture<List<Verdict>> held =
                    inThread(() -> take(opened(), request(), gate::pass, result(1, "NO_ERROR")));
            gate.awaitSomebody();

            assertThat(inThread(() -> take(request(), result(1, "NO_ERROR"))))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(List.of(FIRST));
            gate.open();

            assertThat(held).succeedsWithin(PATIENCE).isEqualTo(List.of(FIRST));
        }
    }

    private static <R> CompletableFuture<R> inThread(Supplier<R> task) {
        return CompletableFuture.supplyAsync(task, run -> {
            Thread thread = new Thread(run, "taker");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
