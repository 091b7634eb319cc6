package io.github.hlr4j.callback;

import static io.github.hlr4j.Fixtures.number;
import static io.github.hlr4j.spi.ResultStore.Verdict.CONFLICT;
import static io.github.hlr4j.spi.ResultStore.Verdict.DUPLICATE;
import static io.github.hlr4j.spi.ResultStore.Verdict.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryResultStoreTest {

    private static final Correlation A = new Correlation(0, 1);
    private static final Correlation B = new Correlation(0, 2);

    private final List<HlrNotification> handed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theFirstResultOfANumberWins() {
        InMemoryResultStore store = new InMemoryResultStore();

        assertThat(take(store, A, result(1, "NO_ERROR"))).containsExactly(FIRST);
        assertThat(take(store, A, result(1, "NO_ERROR"))).containsExactly(DUPLICATE);
        assertThat(take(store, A, result(1, "EC_CALL_BARRED"))).containsExactly(CONFLICT);
        assertThat(take(store, A, result(1, "NO_ERROR"))).containsExactly(DUPLICATE);
        assertThat(handed).containsExactly(result(1, "NO_ERROR"));
    }

    @Test
    void resultsOfOneListAreJudgedAgainstThoseBeforeThem() {
        InMemoryResultStore store = new InMemoryResultStore();
        take(store, A, result(1, "NO_ERROR"));
        handed.clear();

        assertThat(take(
                        store,
                        A,
                        result(2, "NO_ERROR"),
                        result(1, "NO_ERROR"),
                        result(2, "NO_ERROR"),
                        result(2, "EC_CALL_BARRED"),
                        result(1, "EC_CALL_BARRED"),
                        result(3, "EC_CALL_BARRED")))
                .containsExactly(FIRST, DUPLICATE, DUPLICATE, CONFLICT, CONFLICT, FIRST);
        assertThat(handed).containsExactly(result(2, "NO_ERROR"), result(3, "EC_CALL_BARRED"));
    }

    @Test
    void requestsAreApart() {
        InMemoryResultStore store = new InMemoryResultStore();

        assertThat(take(store, A, result(1, "NO_ERROR"))).containsExactly(FIRST);
        assertThat(take(store, B, result(1, "EC_CALL_BARRED"))).containsExactly(FIRST);
    }

    @Test
    void doesNotHandOverWhereNothingIsFirst() {
        InMemoryResultStore store = new InMemoryResultStore();
        take(store, A, result(1, "NO_ERROR"));

        assertThat(store.take(A, List.of(result(1, "NO_ERROR")), first -> {
                    throw new HlrException("called");
                }))
                .containsExactly(DUPLICATE);
    }

    @Test
    void remembersNothingOfACallThatFailed() {
        InMemoryResultStore store = new InMemoryResultStore();

        assertThatThrownBy(() -> store.take(A, List.of(result(1, "NO_ERROR"), result(2, "NO_ERROR")), first -> {
                    throw new HlrException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(take(store, A, result(1, "EC_CALL_BARRED"), result(2, "NO_ERROR")))
                .containsExactly(FIRST, FIRST);
    }

    @Test
    void forgetsTheRequestsThatItHeardOfFirst() {
        InMemoryResultStore store = new InMemoryResultStore(5);
        take(store, A, result(1, "NO_ERROR"), result(2, "NO_ERROR"));
        take(store, B, result(1, "NO_ERROR"));
        assertThat(take(store, A, result(1, "NO_ERROR"))).containsExactly(DUPLICATE);

        take(store, B, result(2, "NO_ERROR"));

        assertThat(take(store, B, result(1, "NO_ERROR"), result(2, "NO_ERROR"))).containsExactly(DUPLICATE, DUPLICATE);
        assertThat(take(store, A, result(1, "NO_ERROR"))).containsExactly(FIRST);
    }

    @Test
    void keepsARequestThatIsLargerThanItsBound() {
        InMemoryResultStore store = new InMemoryResultStore(1);
        take(store, A, result(1, "NO_ERROR"), result(2, "NO_ERROR"), result(3, "NO_ERROR"));

        assertThat(take(store, A, result(1, "NO_ERROR"), result(3, "NO_ERROR"))).containsExactly(DUPLICATE, DUPLICATE);
    }

    @Test
    void refusesMoreNumbersThanARequestCanHave() {
        InMemoryResultStore store = new InMemoryResultStore();
        IntStream.range(0, 500).forEach(i -> take(store, A, result(i, "NO_ERROR")));

        assertThat(take(store, A, result(499, "NO_ERROR"))).containsExactly(DUPLICATE);
        assertThatThrownBy(() -> take(store, A, result(500, "NO_ERROR")))
                .hasMessage("results of more than 500 numbers arrived for one request");
        assertThat(take(store, B, result(500, "NO_ERROR"))).containsExactly(FIRST);
    }

    @Test
    void remembersAsMuchAfterARequestWasForgottenWhileItWasHandedOver() {
        InMemoryResultStore store = new InMemoryResultStore(4);
        store.take(A, List.of(result(1, "NO_ERROR")), first -> {
            for (int other = 10; other < 14; other++) {
                take(store, new Correlation(1, other), result(1, "NO_ERROR"));
            }
        });

        take(store, new Correlation(2, 1), result(1, "NO_ERROR"));
        take(store, new Correlation(2, 2), result(1, "NO_ERROR"));

        assertThat(take(store, new Correlation(2, 1), result(1, "NO_ERROR"))).containsExactly(DUPLICATE);
        assertThat(take(store, new Correlation(2, 2), result(1, "NO_ERROR"))).containsExactly(DUPLICATE);
    }

    @Test
    void manyThreadsHandOverEachResultOnce() throws Exception {
        InMemoryResultStore store = new InMemoryResultStore();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                done.add(threads.submit(() -> IntStream.range(0, 500)
                        .forEach(i -> take(store, new Correlation(i % 7, 0), result(i, "NO_ERROR")))));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(handed).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void aSmallStoreUnderManyThreadsStillRemembersAsMuchAsItsBound() throws Exception {
        InMemoryResultStore store = new InMemoryResultStore(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                done.add(threads.submit(() -> IntStream.range(0, 1_000)
                        .forEach(i -> take(store, new Correlation(3, i % 11), result(1, "NO_ERROR")))));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        List<Correlation> fresh =
                IntStream.range(0, 4).mapToObj(i -> new Correlation(4, i)).toList();
        fresh.forEach(request -> take(store, request, result(1, "NO_ERROR")));
        assertThat(fresh.stream().flatMap(request -> take(store, request, result(1, "NO_ERROR")).stream()))
                .containsOnly(DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesToRememberNothing(int maxResults) {
        assertThatThrownBy(() -> new InMemoryResultStore(maxResults))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a store remembers at least one result");
    }

    private List<Verdict> take(InMemoryResultStore store, Correlation request, HlrNotification... results) {
        return store.take(request, Stream.of(results).toList(), handed::addAll);
    }

    private static HlrNotification result(int index, String name) {
        return HlrNotification.fromFields(Map.of("phone", number(index).e164(), "errorName", name));
    }
}
