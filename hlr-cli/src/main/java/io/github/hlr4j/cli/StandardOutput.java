package io.github.hlr4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output as a stream that fails where it cannot be written: a full disk or a closed pipe must not go unseen. */
final class StandardOutput extends OutputStream {

    private final PrintStream out;

    StandardOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output cannot be written");
        }
    }

    /** Leaves the stream open, it is the process's. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
