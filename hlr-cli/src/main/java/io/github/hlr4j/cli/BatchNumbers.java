package io.github.hlr4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Names many batches in few words: {@code 1, 4 to 9, 12}. */
final class BatchNumbers {

    private BatchNumbers() {}

    /** The numbers of batches that are in their order. */
    static String of(List<Batch> batches) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= batches.size(); i++) {
            boolean ends = i == batches.size()
                    || batches.get(i).number() != batches.get(i - 1).number() + 1;
            if (ends) {
                runs.add(run(batches.get(start).number(), batches.get(i - 1).number()));
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
