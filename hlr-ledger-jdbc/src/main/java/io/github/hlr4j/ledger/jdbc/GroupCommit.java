package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.bulk.spi.LedgerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets calls that come at the same time share a transaction, because a commit costs a sync of the disk.
 *
 * <p>One of the callers leads: he takes along all that wait when his transaction has begun, and hands the lead to the next one
 * who came meanwhile. Nobody returns before his transaction is over, not even when interrupted; if it fails, so do all its calls.
 *
 * @param <C> a call
 * @param <R> what it gives
 */
final class GroupCommit<C, R> {

    /** Bounds how long the first of a group waits for the last one. */
    private static final int MAX_CALLS = 500;

    private final Function<Supplier<List<C>>, List<Supplier<R>>> transaction;
    private final Deque<Caller<C, R>> waiting = new ArrayDeque<>();
    private boolean led;

    /**
     * Creates a group commit.
     *
     * @param transaction asks once for the calls, as late as it can, and gives the outcome of each when all are committed
     */
    GroupCommit(Function<Supplier<List<C>>, List<Supplier<R>>> transaction) {
        this.transaction = transaction;
    }

    private static final class Caller<C, R> {

        final C call;

        /** Whether he has to lead; false when his call is over. */
        final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        /** Set before his turn is. */
        Supplier<R> outcome;

        Caller(C call) {
            this.call = call;
        }
    }

    /** Returns what the call did once that is committed, or throws what became of it. */
    R run(C call) {
        Caller<C, R> caller = new Caller<>(call);
        if (!mustWait(caller) || caller.turn.join()) {
            lead();
        }
        return caller.outcome.get();
    }

    private synchronized boolean mustWait(Caller<C, R> caller) {
        boolean somebodyLeads = led;
        waiting.addLast(caller);
        led = true;
        return somebodyLeads;
    }

    /** Runs a transaction for those who wait, of whom the caller is the first. */
    private void lead() {
        List<Caller<C, R>> group = new ArrayList<>();
        try {
            List<Supplier<R>> outcomes = transaction.apply(() -> calls(gather(group)));
            for (int i = 0; i < group.size(); i++) {
                group.get(i).outcome = outcomes.get(i);
            }
        } catch (RuntimeException | Error e) {
            List<Caller<C, R>> failed = group.isEmpty() ? gather(group) : group;
            failed.forEach(caller -> caller.outcome = () -> {
                throw new LedgerException("the results could not be kept: " + e.getMessage(), e);
            });
        } finally {
            passOn();
            group.forEach(caller -> caller.turn.complete(false));
        }
    }

    private synchronized List<Caller<C, R>> gather(List<Caller<C, R>> group) {
        while (!waiting.isEmpty() && group.size() < MAX_CALLS) {
            group.add(waiting.removeFirst());
        }
        return group;
    }

    private synchronized void passOn() {
        Caller<C, R> next = waiting.peekFirst();
        led = next != null;
        if (led) {
            next.turn.complete(true);
        }
    }

    private static <C> List<C> calls(List<? extends Caller<C, ?>> group) {
        return group.stream().<C>map(caller -> caller.call).toList();
    }
}
