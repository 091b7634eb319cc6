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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SqliteResultStoreTest {

    private static final Correlation REQUEST = new Correlation(1, 2);

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
    void nothingIsInTheFileWhereHandingOverFails() throws SQLException {
        assertThatThrownBy(() -> store.take(REQUEST, List.of(result(1, "0"), result(2, "0")), first -> {
                    throw new IllegalStateException("the handler is away");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("the handler is away");

        assertThat(TakenResult.keptIn(file)).isEmpty();
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

    private List<Verdict> take(HlrNotification... results) {
        return store.take(REQUEST, List.of(results), handedOver::addAll);
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
