package io.github.hlr4j.testkit;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Optional;
import java.util.RandomAccess;

/** An unmodifiable list of phone numbers that takes eight bytes for each: E.164 has at most 15 digits and no leading 0. */
final class PackedNumbers extends AbstractList<PhoneNumber> implements RandomAccess {

    static final PackedNumbers NONE = new PackedNumbers(new long[0]);

    private final long[] digits;

    private PackedNumbers(long[] digits) {
        this.digits = digits;
    }

    /** The numbers of a list separated by commas, blanks around them allowed; empty if any of them is not E.164. */
    static Optional<PackedNumbers> parse(String commaSeparated) {
        try {
            return Optional.of(new PackedNumbers(Arrays.stream(commaSeparated.split(",", -1))
                    .map(text -> new PhoneNumber(text.strip()))
                    .mapToLong(PackedNumbers::pack)
                    .toArray()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    static long pack(PhoneNumber number) {
        return Long.parseLong(number.e164(), 1, number.e164().length(), 10);
    }

    PackedNumbers first(int count) {
        return digits.length <= count ? this : new PackedNumbers(Arrays.copyOf(digits, count));
    }

    long packed(int index) {
        return digits[index];
    }

    @Override
    public PhoneNumber get(int index) {
        return new PhoneNumber("+" + digits[index]);
    }

    @Override
    public int size() {
        return digits.length;
    }
}
