package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.spi.ResultStore;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** What a test of a store starts from: a store that remembers nothing, and requests that nobody has heard of. */
abstract class StoreFixture {

    private final SecureRandom random = new SecureRandom();
    private ResultStore opened;

    abstract ResultStore store() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        opened = store();
    }

    final ResultStore opened() {
        return opened;
    }

    final Correlation request() {
        return Correlation.random(random);
    }

    static HlrNotification result(int number, String errorName) {
        String phone = String.format(Locale.ROOT, "+3363998%04d", number);
        return HlrNotification.fromFields(Map.of("phone", phone, "errorName", errorName));
    }

    final List<Verdict> take(Correlation request, HlrNotification... results) {
        return take(opened, request, results);
    }

    static List<Verdict> take(ResultStore store, Correlation request, HlrNotification... results) {
        return take(store, request, () -> {}, results);
    }

    /** Takes results, and checks that the first of them, and no others, are handed over at once in their order. */
    static List<Verdict> take(
            ResultStore store, Correlation request, Runnable whileHandingOver, HlrNotification... results) {
        List<List<HlrNotification>> handed = new ArrayList<>();
        List<Verdict> verdicts = store.take(request, List.of(results), first -> {
            whileHandingOver.run();
            handed.add(List.copyOf(first));
        });

        assertThat(verdicts).as("a verdict for each result").hasSameSizeAs(results);
        List<HlrNotification> first = firstOf(List.of(results), verdicts);
        assertThat(handed).as("what is handed over").isEqualTo(first.isEmpty() ? List.of() : List.of(first));
        return verdicts;
    }

    static List<HlrNotification> firstOf(List<HlrNotification> results, List<Verdict> verdicts) {
        return IntStream.range(0, results.size())
                .filter(i -> verdicts.get(i) == Verdict.FIRST)
                .mapToObj(results::get)
                .toList();
    }
}
