package io.github.hlr4j.ledger.jdbc;

import io.github.hlr4j.PhoneNumber;
import java.nio.ByteBuffer;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The numbers of a batch, each as the 8 bytes of its digits, in the order of the plan. */
final class PackedNumbers {

    private PackedNumbers() {}

    /** A number of at most 15 digits, none of which is a leading zero, is no other number. */
    static long pack(PhoneNumber phone) {
        return Long.parseLong(phone.e164(), 1, phone.e164().length(), 10);
    }

    static PhoneNumber unpack(long digits) {
        return new PhoneNumber("+" + digits);
    }

    static byte[] pack(List<PhoneNumber> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * Long.BYTES);
        numbers.forEach(phone -> bytes.putLong(pack(phone)));
        return bytes.array();
    }

    static long[] digits(byte[] packed) {
        long[] digits = new long[packed.length / Long.BYTES];
        ByteBuffer.wrap(packed).asLongBuffer().get(digits);
        return digits;
    }

    static List<PhoneNumber> unpack(byte[] packed) {
        long[] digits = digits(packed);
        List<PhoneNumber> numbers = new ArrayList<>(digits.length);
        for (long each : digits) {
            numbers.add(unpack(each));
        }
        return numbers;
    }

    /** A set that takes 8 bytes a number, so that thousands of them can be kept in memory. */
    static final class AsSet extends AbstractSet<PhoneNumber> {

        private final long[] sorted;

        AsSet(byte[] packed) {
            this.sorted = digits(packed);
            Arrays.sort(sorted);
        }

        @Override
        public boolean contains(Object other) {
            return other instanceof PhoneNumber phone && Arrays.binarySearch(sorted, pack(phone)) >= 0;
        }

        @Override
        public Iterator<PhoneNumber> iterator() {
            return Arrays.stream(sorted).mapToObj(PackedNumbers::unpack).iterator();
        }

        @Override
        public int size() {
            return sorted.length;
        }
    }
}
