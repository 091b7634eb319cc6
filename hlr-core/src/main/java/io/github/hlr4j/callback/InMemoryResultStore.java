package io.github.hlr4j.callback;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.spi.ResultStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Remembers results in memory, up to a bound; then the requests that were heard of first are forgotten.
 *
 * <p>A result that was forgotten counts as first when it is repeated. What is here is lost with the process: a handler that
 * must not lose results stores them itself, or another store does. Calls of different requests never wait for each other.
 */
public final class InMemoryResultStore implements ResultStore {

    private static final int DEFAULT_MAX_ENTRIES = 100_000;

    private final int maxEntries;
    private final Map<Correlation, Seen> seenByRequest = new ConcurrentHashMap<>();
    private final Queue<Correlation> oldestFirst = new LinkedBlockingQueue<>();
    private final AtomicLong size = new AtomicLong();

    /** Creates a store that remembers 100,000 results and requests, counted together. */
    public InMemoryResultStore() {
        this(DEFAULT_MAX_ENTRIES);
    }

    /**
     * Creates a store.
     *
     * @param maxEntries how many results and requests, counted together, are remembered at the most; at least 1
     * @throws InvalidInputException if it is less than 1
     */
    public InMemoryResultStore(int maxEntries) {
        if (maxEntries < 1) {
            throw new InvalidInputException("a store remembers at least one result");
        }
        this.maxEntries = maxEntries;
    }

    @Override
    public List<Verdict> take(
            Correlation correlation, List<HlrNotification> results, Consumer<List<HlrNotification>> handOver) {
        Optional<List<Verdict>> verdicts;
        do {
            verdicts =
                    seenByRequest.computeIfAbsent(correlation, this::remember).take(results, handOver);
        } while (verdicts.isEmpty());
        forgetOldest();
        return verdicts.get();
    }

    private Seen remember(Correlation correlation) {
        oldestFirst.add(correlation);
        size.incrementAndGet();
        return new Seen();
    }

    private void forgetOldest() {
        while (size.get() > maxEntries && oldestFirst.size() > 1) {
            Correlation oldest = oldestFirst.poll();
            Seen forgotten = oldest == null ? null : seenByRequest.remove(oldest);
            if (forgotten != null) {
                size.addAndGet(-forgotten.forget());
            }
        }
    }

    /** The results of one request: its lock lets equal notifications wait for each other, and no others. */
    private final class Seen {

        private static final int FORGOTTEN = -1;

        private final ReentrantLock lock = new ReentrantLock();
        private final Map<PhoneNumber, String> fingerprints = new HashMap<>();
        private final AtomicInteger counted = new AtomicInteger(1);

        /** Empty if this was forgotten before its turn came: the request starts anew. */
        Optional<List<Verdict>> take(List<HlrNotification> results, Consumer<List<HlrNotification>> handOver) {
            lock.lock();
            try {
                if (counted.get() == FORGOTTEN) {
                    return Optional.empty();
                }
                Map<PhoneNumber, String> fresh = new HashMap<>();
                List<HlrNotification> first = new ArrayList<>();
                List<Verdict> verdicts = new ArrayList<>(results.size());
                for (HlrNotification result : results) {
                    String known = fingerprints.getOrDefault(result.phone(), fresh.get(result.phone()));
                    verdicts.add(judge(known, result));
                    if (known == null) {
                        fresh.put(result.phone(), result.fingerprint());
                        first.add(result);
                    }
                }
                requireRoom(fresh.size());
                if (!first.isEmpty()) {
                    handOver.accept(List.copyOf(first));
                }
                fingerprints.putAll(fresh);
                count(fresh.size());
                return Optional.of(List.copyOf(verdicts));
            } finally {
                lock.unlock();
            }
        }

        /** Whoever holds an address could otherwise fill the memory with numbers that nobody asked about. */
        private void requireRoom(int more) {
            if (fingerprints.size() + more > VerificationRequest.MAX_NUMBERS) {
                throw new ForeignPhoneException("results of more than 500 numbers arrived for one request");
            }
        }

        /** What is forgotten while it is being handed over must not be counted afterwards. */
        private void count(int more) {
            if (counted.getAndUpdate(count -> count == FORGOTTEN ? FORGOTTEN : count + more) != FORGOTTEN) {
                size.addAndGet(more);
            }
        }

        /** Does not wait for whoever hands over at the moment. */
        int forget() {
            return counted.getAndSet(FORGOTTEN);
        }

        private Verdict judge(String known, HlrNotification result) {
            if (known == null) {
                return Verdict.FIRST;
            }
            return known.equals(result.fingerprint()) ? Verdict.DUPLICATE : Verdict.CONFLICT;
        }
    }
}
