package io.github.hlr4j.testkit;

/**
 * Counts how often each of many numbers occurs, in 18 to 36 bytes a distinct number (open addressing with linear probing).
 *
 * <p>Not safe for concurrent use.
 */
final class NumberCounts {

    private static final int SMALLEST_TABLE = 1024;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Keys are never 0: no phone number is. */
    private long[] keys = new long[SMALLEST_TABLE];

    private int[] counts = new int[SMALLEST_TABLE];
    private int distinct;

    void increment(long key) {
        int slot = slotOf(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            distinct++;
        }
        counts[slot]++;
        if (distinct > keys.length / 3 * 2) {
            grow();
        }
    }

    int count(long key) {
        return counts[slotOf(key)];
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
