package io.github.hlr4j.benchmarks;

import io.github.hlr4j.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers to measure with, from the range that nobody is ever assigned. */
final class Numbers {

    static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private static final int FICTIONAL = 10_000;

    /** How a number is written: as the wire wants it, or as people do. */
    enum Spelling {
        E164("+3363998%04d", "+3363998%04d"),
        SPELLED("+33 6 39 98 %02d %02d", "0033 (0)6-39.98.%02d.%02d");

        private final String first;
        private final String second;

        Spelling(String first, String second) {
            this.first = first;
            this.second = second;
        }

        private String write(int number) {
            String pattern = number % 2 == 0 ? first : second;
            return this == E164 ? String.format(pattern, number) : String.format(pattern, number / 100, number % 100);
        }
    }

    private Numbers() {}

    static List<PhoneNumber> canonical(int count) {
        return texts(count, Spelling.E164).stream().map(PhoneNumber::parse).toList();
    }

    /** Each text an object of its own, as it is in what was read from a file. */
    static List<String> texts(int count, Spelling spelling) {
        List<String> written =
                IntStream.range(0, FICTIONAL).mapToObj(spelling::write).toList();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(String.copyValueOf(written.get(i % FICTIONAL).toCharArray()));
        }
        return texts;
    }
}
