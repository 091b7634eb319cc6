package io.github.hlr4j.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The entries of one source, read one by one. */
interface Entries extends Closeable {

    /** The next entry; empty at the end. */
    Optional<Entry> next() throws IOException;

    /** One that was given on the command line. */
    static Entries of(Entry entry) {
        return new Entries() {
            private boolean given;

            @Override
            public Optional<Entry> next() {
                Optional<Entry> next = given ? Optional.empty() : Optional.of(entry);
                given = true;
                return next;
            }

            @Override
            public void close() {}
        };
    }

    /** One on each line; blank lines and lines that begin with # are skipped. */
    static Entries lines(String name, BufferedReader text) {
        return new Entries() {
            private long lineNumber;

            @Override
            public Optional<Entry> next() throws IOException {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    lineNumber++;
                    if (!line.isBlank() && !line.startsWith("#")) {
                        return Optional.of(new Entry(name, lineNumber, line));
                    }
                }
                return Optional.empty();
            }

            @Override
            public void close() throws IOException {
                text.close();
            }
        };
    }
}
