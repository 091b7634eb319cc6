package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.spi.ResultStore.Verdict.CONFLICT;
import static io.github.hlr4j.spi.ResultStore.Verdict.DUPLICATE;
import static io.github.hlr4j.spi.ResultStore.Verdict.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrException;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.spi.ResultStore.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a store says of each result and hands over, one call after the other. */
abstract class VerdictRules extends StoreFixture {

    private static final Map<String, String> FIELDS =
            Map.of("phone", "+33639980001", "errorName", "EC_NEW", "mccMnc", "20801", "ported", "1", "messageId", "1");

    @Test
    final void assumed_A06_theFirstResultOfANumberWins() {
        Correlation request = request();

        assertThat(take(request, result(1, "NO_ERROR"))).containsExactly(FIRST);
        assertThat(take(request, result(1, "NO_ERROR"))).containsExactly(DUPLICATE);
        assertThat(take(request, result(1, "EC_CALL_BARRED"))).containsExactly(CONFLICT);
        assertThat(take(request, result(1, "NO_ERROR"))).containsExactly(DUPLICATE);
        assertThat(take(request, result(1, "EC_CALL_BARRED"))).containsExactly(CONFLICT);
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A06_aResultWithTheFingerprintOfTheFirstIsADuplicate() {
        return Stream.of(
                second("another message id", "messageId", "2", DUPLICATE),
                second("a date", "date", "2018-03-05T10:34:52Z", DUPLICATE),
                second("a description", "errorDesc", "Something new", DUPLICATE),
                second("another network", "mccMnc", "20810", CONFLICT),
                second("another porting", "ported", "0", CONFLICT),
                second("another status that nobody knows", "errorName", "EC_NEWER", CONFLICT));
    }

    private DynamicTest second(String what, String field, String text, Verdict verdict) {
        return dynamicTest(what, () -> {
            Correlation request = request();
            Map<String, String> fields = new HashMap<>(FIELDS);
            fields.put(field, text);
            take(request, HlrNotification.fromFields(FIELDS));

            assertThat(take(request, HlrNotification.fromFields(fields))).containsExactly(verdict);
        });
    }

    @Test
    final void resultsOfOneListAreJudgedAgainstThoseBeforeThem() {
        Correlation request = request();
        take(request, result(1, "NO_ERROR"));

        assertThat(take(
                        request,
                        result(3, "NO_ERROR"),
                        result(1, "NO_ERROR"),
                        result(3, "NO_ERROR"),
                        result(3, "EC_CALL_BARRED"),
                        result(1, "EC_CALL_BARRED"),
                        result(2, "EC_CALL_BARRED"),
                        result(3, "NO_ERROR")))
                .containsExactly(FIRST, DUPLICATE, DUPLICATE, CONFLICT, CONFLICT, FIRST, DUPLICATE);
    }

    @Test
    final void theResultsOfAWholeRequestAreTakenAtOnceInTheirOrder() {
        Correlation request = request();
        HlrNotification[] all = IntStream.range(0, VerificationRequest.MAX_NUMBERS)
                .mapToObj(i -> result(i * 7 % VerificationRequest.MAX_NUMBERS, "NO_ERROR"))
                .toArray(HlrNotification[]::new);

        assertThat(take(request, all)).containsOnly(FIRST);
        assertThat(take(request, all)).containsOnly(DUPLICATE);
    }

    @Test
    final void requestsAreApart() {
        Correlation request = request();
        take(request, result(1, "NO_ERROR"));

        assertThat(take(request(), result(1, "EC_CALL_BARRED"))).containsExactly(FIRST);
        assertThat(take(new Correlation(request.high(), ~request.low()), result(1, "NO_ERROR")))
                .containsExactly(FIRST);
        assertThat(take(new Correlation(~request.high(), request.low()), result(1, "NO_ERROR")))
                .containsExactly(FIRST);
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A06_nothingOfACallIsRememberedWhereHandingOverFails() {
        return Stream.of(
                forgets("by an exception", () -> {
                    throw new HlrException("the handler is away");
                }),
                forgets("by an error", () -> {
                    throw new AssertionError("the handler is away");
                }));
    }

    private DynamicTest forgets(String how, Runnable mishap) {
        return dynamicTest(how, () -> {
            Correlation request = request();
            take(request, result(1, "NO_ERROR"));
            HlrNotification[] results = {result(1, "NO_ERROR"), result(2, "NO_ERROR"), result(3, "NO_ERROR")};

            assertThatThrownBy(() -> take(opened(), request, mishap, results)).hasMessage("the handler is away");
            assertThat(take(request, result(3, "EC_CALL_BARRED"), result(2, "NO_ERROR"), result(1, "NO_ERROR")))
                    .containsExactly(FIRST, FIRST, DUPLICATE);
        });
    }
}
