package io.github.hlr4j.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names many batches in few words: {@code 1, 4 to 9, 12}. */
final class BatchNumbers {

    private BatchNumbers() {}

    /** The numbers of batches that are in their order. */
    static String of(Collection<Integer> batches) {
        List<Integer> numbers = List.copyOf(batches);
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            boolean ends = i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1;
            if (ends) {
                runs.add(run(numbers.get(start), numbers.get(i - 1)));
                start = i;
            }
        }
        return String.join(", ", runs);
    }

    private static String run(int first, int last) {
        if (first == last) {
            return Integer.toString(first);
        }
        return first + (last == first + 1 ? ", " : " to ") + last;
    }
}
