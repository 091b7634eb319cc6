package io.github.hlr4j.it.store;

import static io.github.hlr4j.spi.ResultStore.Verdict.CONFLICT;
import static io.github.hlr4j.spi.ResultStore.Verdict.DUPLICATE;
import static io.github.hlr4j.spi.ResultStore.Verdict.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SqliteResultStoreTest {

    private static final Correlation REQUEST = new Correlation(1, 2);
    private static final int THREADS = 8;
    private static final int NUMBERS = 50;

    @TempDir
    private Path folder;

    private Path file;
    private SqliteResultStore store;
    private final List<HlrNotification> handedOver = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        file = folder.resolve("results.db");
        store = SqliteResultStore.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstResultOfANumberWins() throws SQLException {
        assertThat(take(result(1, "0"))).containsExactly(FIRST);
        assertThat(take(result(1, "0"))).containsExactly(DUPLICATE);
        assertThat(take(result(1, "13"))).containsExactly(CONFLICT);

        assertThat(handedOver).containsExactly(result(1, "0"));
        assertThat(TakenResult.keptIn(file)).containsExactly(TakenResult.of(REQUEST, result(1, "0")));
    }

    @Test
    void resultsOfOneCallAreJudgedAgainstThoseBeforeThem() {
        assertThat(take(result(2, "0"), result(1, "0"), result(2, "0"), result(2, "13")))
                .containsExactly(FIRST, FIRST, DUPLICATE, CONFLICT);

        assertThat(handedOver).containsExactly(result(2, "0"), result(1, "0"));
    }

    @Test
    void anotherRequestIsAnotherMatter() {
        take(result(1, "0"));

        assertThat(store.take(new Correlation(1, 3), List.of(result(1, "13")), handedOver::addAll))
                .containsExactly(FIRST);
    }

    @Test
    void nothingOfACallIsKeptWhereHandingOverFails() throws SQLException {
        take(result(1, "0"));
        List<HlrNotification> results = List.of(result(1, "0"), result(2, "0"), result(3, "0"));

        assertThatThrownBy(() -> store.take(REQUEST, results, first -> {
                    throw new IllegalStateException("the handler is away");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("the handler is away");

        assertThat(TakenResult.keptIn(file)).hasSize(1);
        assertThat(take(result(3, "13"), result(2, "0"), result(1, "0"))).containsExactly(FIRST, FIRST, DUPLICATE);
    }

    @Test
    void resultsAreHandedOverBeforeTheyAreKeptAndKeptBeforeTheCallReturns() throws SQLException {
        List<TakenResult> keptMeanwhile = new ArrayList<>();

        store.take(REQUEST, List.of(result(1, "0")), first -> keptMeanwhile.addAll(kept()));

        assertThat(keptMeanwhile).isEmpty();
        assertThat(TakenResult.keptIn(file)).hasSize(1);
    }

    @Test
    void theNextStoreKnowsWhatThisOneTook() {
        take(result(1, "0"));
        store.close();
        store = SqliteResultStore.open(file);

        assertThat(take(result(1, "0"), result(1, "13"), result(2, "0"))).containsExactly(DUPLICATE, CONFLICT, FIRST);
    }

    @Test
    void equalCallsAtOnceHandEachResultOverOnce() throws SQLException {
        List<HlrNotification> all =
                IntStream.range(0, NUMBERS).mapToObj(i -> result(i, "0")).toList();

        try (SqliteResultStore other = SqliteResultStore.open(file)) {
            inThreads(thread -> {
                for (HlrNotification result : all) {
                    (thread % 2 == 0 ? store : other).take(REQUEST, List.of(result), handedOver::addAll);
                }
            });
        }

        assertThat(handedOver).containsExactlyInAnyOrderElementsOf(all);
        assertThat(TakenResult.keptIn(file)).hasSize(NUMBERS);
    }

    private List<Verdict> take(HlrNotification... results) {
        return store.take(REQUEST, List.of(results), handedOver::addAll);
    }

    private void inThreads(IntConsumer task) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        CompletableFuture.allOf(IntStream.range(0, THREADS)
                        .mapToObj(thread -> CompletableFuture.runAsync(
                                () -> {
                                    pass(start);
                                    task.accept(thread);
                                },
                                run -> new Thread(run).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    private List<TakenResult> kept() {
        try {
            return TakenResult.keptIn(file);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static HlrNotification result(int number, String code) {
        String phone = String.format(Locale.ROOT, "+3363998%04d", number);
        return HlrNotification.fromFields(Map.of("phone", phone, "errorGrpId", code));
    }
}
