package io.github.hlr4j.bulk;

import io.github.hlr4j.PhoneNumber;

/**
 * Phone numbers that were seen, at 11 to 16 bytes each: ten million take some 130 MB.
 *
 * <p>A number is its digits as a whole number. There are many small tables instead of a large one, so that growing takes a
 * moment and little memory; in each, a number stands at the first free place from the one that its hash names.
 */
final class PhoneNumberSet {

    private static final int TABLES = 256;
    private static final int FIRST_CAPACITY = 16;
    private static final int FULL_PERCENT = 75;
    private static final long FREE = 0;

    private final long[][] tables = new long[TABLES][FIRST_CAPACITY];
    private final int[] sizes = new int[TABLES];

    /** The digits of a number as a whole number, which nothing else shares: no number begins with 0. */
    static long digits(PhoneNumber phone) {
        return Long.parseLong(phone.e164(), 1, phone.e164().length(), 10);
    }

    /** False if the number was there already. */
    boolean add(long digits) {
        long hash = mixed(digits);
        int table = (int) (hash >>> 56);
        int place = placeOf(tables[table], digits, hash);
        if (tables[table][place] == digits) {
            return false;
        }
        tables[table][place] = digits;
        sizes[table]++;
        if (100L * sizes[table] > (long) FULL_PERCENT * tables[table].length) {
            tables[table] = grown(tables[table]);
        }
        return true;
    }

    boolean contains(long digits) {
        long hash = mixed(digits);
        long[] table = tables[(int) (hash >>> 56)];
        return table[placeOf(table, digits, hash)] == digits;
    }

    private static int placeOf(long[] table, long digits, long hash) {
        int place = (int) (((hash & 0xFFFF_FFFFL) * table.length) >>> 32);
        while (table[place] != FREE && table[place] != digits) {
            place = place + 1 == table.length ? 0 : place + 1;
        }
        return place;
    }

    private static long[] grown(long[] table) {
        long[] larger = new long[table.length + table.length / 2];
        for (long digits : table) {
            if (digits != FREE) {
                larger[placeOf(larger, digits, mixed(digits))] = digits;
            }
        }
        return larger;
    }

    /** Spreads neighbouring numbers over all tables and places (the finaliser of MurmurHash3). */
    private static long mixed(long digits) {
        long hash = digits;
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
