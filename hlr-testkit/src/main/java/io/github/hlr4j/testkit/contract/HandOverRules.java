package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.testkit.socket.RawClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When a result is acknowledged, and what becomes of one that the handler does not take or that comes again. */
abstract class HandOverRules extends TransferRules {

    @Test
    final void assumed_A06_nothingIsAcknowledgedBeforeTheHandlerReturnsAndOthersDoNotWaitForIt() {
        try (Gate gate = new Gate();
                RawClient waiting = connect()) {
            AwaitedRequest held = request().beforeTaking(gate::pass);
            waiting.post(held.target(), GOOD);
            gate.awaitSomebody();

            assertThat(post(request(), GOOD)).isEqualTo(204);
            assertThat(waiting.staysSilent(Duration.ofMillis(100))).isTrue();
            gate.open();

            assertThat(CallbackAnswer.next(waiting).status()).isEqualTo(204);
            assertThat(held.results()).hasSize(1);
        }
    }

    @Test
    final void assumed_A06_aSlowHandlerIsWaitedFor() {
        AwaitedRequest request = request()
                .beforeTaking(() -> new CompletableFuture<Void>()
                        .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                        .join());

        assertThat(post(request, GOOD)).isEqualTo(204);
        assertThat(request.results()).hasSize(1);
    }

    @TestFactory
    final Stream<DynamicTest> assumed_A06_aHandlerThatFailsIs503AndTheSameResultIsTakenLater() {
        return Stream.of(
                fails("an exception", () -> {
                    throw new IllegalStateException("the database is away");
                }),
                fails("an exception as the library throws it", () -> {
                    throw new InvalidInputException("the database refuses it");
                }),
                fails("an error", () -> {
                    throw new AssertionError("the database is not there");
                }),
                fails("an error of the virtual machine", () -> {
                    throw new StackOverflowError();
                }));
    }

    private DynamicTest fails(String how, Runnable mishap) {
        return dynamicTest(how, () -> {
            AwaitedRequest request = request().beforeTaking(mishap);

            assertThat(post(request, GOOD)).isEqualTo(503);
            assertThat(post(request, GOOD)).isEqualTo(503);
            assertThat(post(request(), GOOD)).isEqualTo(204);

            request.beforeTaking(() -> {});
            assertThat(post(request, GOOD)).isEqualTo(204);
            assertThat(request.results()).hasSize(1);
        });
    }

    @Test
    final void assumed_A06_aDuplicateIsAcknowledgedAndHandedOverOnce() {
        AwaitedRequest request = request();

        assertThat(post(request, GOOD + "&messageId=1")).isEqualTo(204);
        assertThat(post(request, GOOD + "&messageId=2&date=2018-03-05T10:34:52Z"))
                .isEqualTo(204);

        assertThat(request.results())
                .singleElement()
                .satisfies(result -> assertThat(result.messageId()).contains("1"));
    }

    @Test
    final void assumed_A06_aDifferentLaterResultIsAcknowledgedAndDropped() {
        AwaitedRequest request = request();

        assertThat(post(request, GOOD)).isEqualTo(204);
        assertThat(post(request, GOOD.replace("NO_ERROR", "EC_CALL_BARRED"))).isEqualTo(204);

        assertThat(request.results())
                .singleElement()
                .satisfies(result -> assertThat(result.status()).isEqualTo(HlrStatus.NO_ERROR));
    }

    @Test
    final void assumed_A05_theSameResultBelongsToEachRequestThatItIsPostedTo() {
        AwaitedRequest one = request();
        AwaitedRequest other = request();

        assertThat(post(one, GOOD)).isEqualTo(204);
        assertThat(post(other, GOOD)).isEqualTo(204);

        assertThat(one.results()).hasSize(1).isEqualTo(other.results());
    }
}
