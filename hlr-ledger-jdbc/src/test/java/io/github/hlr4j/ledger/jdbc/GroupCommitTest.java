package io.github.hlr4j.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.bulk.spi.LedgerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<List<Integer>> transactions = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayCommit = new Semaphore(0);
    private final GroupCommit<Integer, Integer> commits = new GroupCommit<>(this::transaction);

    /** Doubles numbers; 13 fails alone, and 99 takes the whole transaction along. */
    private List<Supplier<Integer>> transaction(Supplier<List<Integer>> waiting) {
        List<Integer> calls = waiting.get();
        transactions.add(calls);
        begun.release();
        mayCommit.acquireUninterruptibly();
        if (calls.contains(99)) {
            throw new LedgerException("the disk is full");
        }
        return calls.stream()
                .<Supplier<Integer>>map(call -> () -> doubled(call))
                .toList();
    }

    private static int doubled(int call) {
        if (call == 13) {
            throw new IllegalStateException("13");
        }
        return 2 * call;
    }

    @Test
    void thoseWhoComeDuringATransactionShareTheNextOne() {
        List<CompletableFuture<Integer>> calls = firstAndThen(2, 3, 4);

        assertThat(calls).noneMatch(CompletableFuture::isDone);
        mayCommit.release();
        assertThat(calls.get(0)).succeedsWithin(PATIENCE).isEqualTo(2);
        begun.acquireUninterruptibly();
        assertThat(calls.subList(1, 4)).noneMatch(CompletableFuture::isDone);
        mayCommit.release();

        assertThat(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)))
                .succeedsWithin(PATIENCE);
        assertThat(calls).extracting(CompletableFuture::join).containsExactly(2, 4, 6, 8);
        assertThat(transactions).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void oneThatFailsTakesNothingOfTheOthersAlong() {
        List<CompletableFuture<Integer>> calls = firstAndThen(13, 3);
        mayCommit.release(2);

        assertThat(calls.get(1))
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseExactlyInstanceOf(IllegalStateException.class);
        assertThat(calls.get(2)).succeedsWithin(PATIENCE).isEqualTo(6);
    }

    @Test
    void allFailWithTheirTransactionAndNoLaterOne() {
        List<CompletableFuture<Integer>> calls = firstAndThen(2, 99);
        mayCommit.release(3);

        for (CompletableFuture<Integer> call : calls.subList(1, 3)) {
            assertThat(call)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseExactlyInstanceOf(LedgerException.class)
                    .withMessageContaining("could not be kept: the disk is full");
        }
        assertThat(start(5)).succeedsWithin(PATIENCE).isEqualTo(10);
    }

    @Test
    void moreThanFiveHundredAreSpreadOverTransactions() {
        List<CompletableFuture<Integer>> calls =
                firstAndThen(IntStream.rangeClosed(1_001, 1_501).toArray());
        mayCommit.release(3);

        assertThat(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)))
                .succeedsWithin(PATIENCE);
        assertThat(transactions).extracting(List::size).containsExactly(1, 500, 1);
    }

    /** A call of 1 that is in its transaction, and further ones that wait behind it in their order. */
    private List<CompletableFuture<Integer>> firstAndThen(int... further) {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        calls.add(start(1));
        begun.acquireUninterruptibly();
        IntStream.of(further).forEach(call -> calls.add(start(call)));
        return calls;
    }

    /** Returns when the call waits, for its turn or for its commit. */
    private CompletableFuture<Integer> start(int call) {
        CompletableFuture<Integer> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                outcome.complete(commits.run(call));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && !outcome.isDone()) {
            Thread.onSpinWait();
        }
        return outcome;
    }
}
