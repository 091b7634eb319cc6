package io.github.hlr4j.cli;

import java.util.Optional;

/**
 * What stands at a place where a number should.
 *
 * @param source the file, or which argument
 * @param line counted from 1; 0 where there are none
 * @param text what stands there
 * @param problem why it cannot be a number, where that is known without looking at the text
 */
record Entry(String source, long line, String text, Optional<String> problem) {

    Entry(String source, long line, String text) {
        this(source, line, text, Optional.empty());
    }
}
