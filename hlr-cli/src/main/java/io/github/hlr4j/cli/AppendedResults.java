package io.github.hlr4j.cli;

import io.github.hlr4j.HlrNotification;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Results that are written as they arrive, each on the disk before it is acknowledged. */
final class AppendedResults implements AutoCloseable {

    private final ResultWriter writer;
    private final Optional<FileChannel> file;

    private AppendedResults(ResultWriter writer, Optional<FileChannel> file) {
        this.writer = writer;
        this.file = file;
    }

    static AppendedResults open(Optional<String> output, Terminal terminal) {
        Optional<Path> path = output.filter(name -> !name.equals("-")).map(Path::of);
        path.ifPresent(Output::requireUsable);
        try {
            if (path.isEmpty()) {
                Writer text = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
                return new AppendedResults(new CsvResults(new BufferedWriter(text), true), Optional.empty());
            }
            FileChannel file = FileChannel.open(
                    path.get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            Writer text = Channels.newWriter(file, StandardCharsets.UTF_8);
            ResultWriter writer = Output.isJsonLines(path.get())
                    ? new JsonLinesResults(text)
                    : new CsvResults(text, file.size() == 0);
            return new AppendedResults(writer, Optional.of(file));
        } catch (IOException e) {
            throw new CliException("cannot write results: " + IoProblem.of(e), e);
        }
    }

    synchronized void append(List<HlrNotification> results) {
        try {
            for (HlrNotification result : results) {
                writer.write(new ResultRow(result.phone(), Optional.of(result), Optional.empty()));
            }
            writer.flush();
            if (file.isPresent()) {
                file.get().force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new CliException("cannot finish the results: " + IoProblem.of(e), e);
        }
    }
}
