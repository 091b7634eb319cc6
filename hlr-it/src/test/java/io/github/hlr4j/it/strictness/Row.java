package io.github.hlr4j.it.strictness;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row of a table.
 *
 * @param name what is odd about the body
 * @param condition the HTTP status or the Content-Type above it
 * @param outcome what must become of it
 * @param why the rules that decide, and their reason
 * @param spelling the body, see {@link SpeltBytes}
 */
record Row(String name, String condition, String outcome, String why, String spelling) {

    byte[] body() {
        return SpeltBytes.of(spelling);
    }

    /** The rules at the beginning of the reason. */
    List<String> rules() {
        return Stream.of(why.split(" "))
                .takeWhile(word -> word.matches("[DAW]\\d\\d"))
                .toList();
    }
}
