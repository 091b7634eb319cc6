package io.github.hlr4j.cli;

import java.io.Closeable;
import java.io.IOException;

/** Writes result rows in one format; closing it finishes the text and closes what it writes to. */
interface ResultWriter extends Closeable {

    void write(ResultRow row) throws IOException;
}
