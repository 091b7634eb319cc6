package io.github.hlr4j.cli;

import io.github.hlr4j.InvalidInputException;
import io.github.hlr4j.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was read: distinct numbers in their order, whatever their spelling, and what was no number. */
final class NumberList {

    private final Set<PhoneNumber> numbers = new LinkedHashSet<>();
    private final List<BadLine> badLines = new ArrayList<>();

    /** Takes what stands at a place: a number in any spelling, or a bad line. */
    void add(String source, long line, String text) {
        try {
            numbers.add(PhoneNumber.parse(text));
        } catch (InvalidInputException e) {
            addBad(source, line, text, e.getMessage());
        }
    }

    void addBad(String source, long line, String text, String reason) {
        badLines.add(new BadLine(source, line, text, reason));
    }

    Set<PhoneNumber> numbers() {
        return Collections.unmodifiableSet(numbers);
    }

    List<BadLine> badLines() {
        return Collections.unmodifiableList(badLines);
    }
}
