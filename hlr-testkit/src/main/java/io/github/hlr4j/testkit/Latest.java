package io.github.hlr4j.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest 10,000 of many things, and how many there were. Not safe for concurrent use. */
final class Latest<T> {

    static final int CAPACITY = 10_000;

    private final Deque<T> kept = new ArrayDeque<>();
    private long count;

    void add(T thing) {
        count++;
        kept.addLast(thing);
        if (kept.size() > CAPACITY) {
            kept.removeFirst();
        }
    }

    List<T> list() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }

    void clear() {
        kept.clear();
        count = 0;
    }
}
