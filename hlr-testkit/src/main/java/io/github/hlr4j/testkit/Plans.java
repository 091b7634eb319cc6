package io.github.hlr4j.testkit;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.testkit.FaultKind.Stage;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * What a test wants to happen to the next requests; without a plan all goes well.
 *
 * <p>Safe for concurrent use.
 */
final class Plans {

    private final Queue<Planned<FaultKind>> faults = new ArrayDeque<>();
    private final Queue<Planned<ApiErrorCode>> refusals = new ArrayDeque<>();

    synchronized void fail(FaultKind kind, int times) {
        faults.add(new Planned<>(kind, times));
    }

    synchronized void refuse(ApiErrorCode code, int times) {
        refusals.add(new Planned<>(code, times));
    }

    /** The next fault, if it is one that strikes at this stage; otherwise it waits for its own. */
    synchronized Optional<FaultKind> nextFault(Set<Stage> stages) {
        return isFaultNext(stages) ? next(faults) : Optional.empty();
    }

    synchronized boolean isFaultNext(Set<Stage> stages) {
        return !faults.isEmpty() && stages.contains(faults.element().what.stage());
    }

    synchronized Optional<ApiErrorCode> nextRefusal() {
        return next(refusals);
    }

    synchronized void recover() {
        faults.clear();
    }

    synchronized void clear() {
        faults.clear();
        refusals.clear();
    }

    private static <T> Optional<T> next(Queue<Planned<T>> plans) {
        Planned<T> plan = plans.peek();
        if (plan == null) {
            return Optional.empty();
        }
        plan.timesLeft--;
        if (plan.timesLeft == 0) {
            plans.remove();
        }
        return Optional.of(plan.what);
    }

    private static final class Planned<T> {

        private final T what;
        private int timesLeft;

        Planned(T what, int times) {
            this.what = what;
            this.timesLeft = times;
        }
    }
}
