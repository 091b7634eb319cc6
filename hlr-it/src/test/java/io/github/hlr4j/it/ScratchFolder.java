package io.github.hlr4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The temporary folder of a process that will be killed, and cannot clear away its copy of SQLite then.
 *
 * @param path where it is
 */
public record ScratchFolder(Path path) implements AutoCloseable {

    /**
     * Creates an empty one.
     *
     * @param parent an existing folder
     */
    public static ScratchFolder in(Path parent) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(parent, "scratch"));
    }

    /** Tells a Java process to put its temporary files there. */
    public String option() {
        return "-Djava.io.tmpdir=" + path;
    }

    /** Deletes the folder with all that is in it; its process has ended. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> left = Files.walk(path)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
