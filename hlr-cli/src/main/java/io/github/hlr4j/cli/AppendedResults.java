package io.github.hlr4j.cli;

import io.github.hlr4j.HlrNotification;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Results that are written as they arrive: before they are acknowledged, those of a file are on the disk and those of
 * standard output are with whoever reads it.
 */
final class AppendedResults implements Closeable {

    private final Sink sink;
    private final boolean jsonLines;
    private boolean needsHeader;

    private AppendedResults(Sink sink, boolean jsonLines, boolean needsHeader) {
        this.sink = sink;
        this.jsonLines = jsonLines;
        this.needsHeader = needsHeader;
    }

    static AppendedResults open(Optional<String> output, Terminal terminal) {
        Optional<Path> path = output.filter(name -> !name.equals("-")).map(Path::of);
        path.ifPresent(Output::requireUsable);
        try {
            if (path.isEmpty()) {
                return new AppendedResults(new PrintedGroups(new StandardOutput(terminal.out())), false, true);
            }
            FileChannel file = FileChannel.open(
                    path.get(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            requireAlone(file, path.get());
            dropUnfinishedLine(file);
            return new AppendedResults(new FiledGroups(file), Output.isJsonLines(path.get()), file.size() == 0);
        } catch (IOException e) {
            throw new CliException("results cannot be written: " + IoProblem.of(e), e);
        }
    }

    /** Writes the results of one notification, all of them or none. */
    synchronized void append(List<HlrNotification> results) {
        try {
            sink.write(encode(results));
            needsHeader = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireAlone(FileChannel file, Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new CliException(path + " is written twice in this process", e);
        }
        throw new CliException(path + " is written by another process");
    }

    /** Half a line was left by a crash and never acknowledged: it comes again. */
    private static void dropUnfinishedLine(FileChannel file) throws IOException {
        long end = file.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0 && file.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
            end--;
        }
        file.truncate(end);
    }

    @Override
    public synchronized void close() throws IOException {
        sink.close();
    }

    private byte[] encode(List<HlrNotification> results) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        try (ResultWriter rows = jsonLines ? new JsonLinesResults(text) : new CsvResults(text, needsHeader)) {
            for (HlrNotification result : results) {
                rows.write(new ResultRow(result.phone(), Optional.of(result), Optional.empty()));
            }
        }
        return bytes.toByteArray();
    }

    /** Takes groups of lines; what it throws for was not taken. */
    private interface Sink extends Closeable {

        void write(byte[] group) throws IOException;
    }

    private record PrintedGroups(StandardOutput out) implements Sink {

        @Override
        public void write(byte[] group) throws IOException {
            out.write(group, 0, group.length);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private record FiledGroups(FileChannel file) implements Sink {

        @Override
        public void write(byte[] group) throws IOException {
            long start = file.size();
            file.position(start);
            try {
                for (ByteBuffer left = ByteBuffer.wrap(group); left.hasRemaining(); ) {
                    file.write(left);
                }
                file.force(false);
            } catch (IOException e) {
                file.truncate(start);
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
