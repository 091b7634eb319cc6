package io.github.hlr4j.it.store;

import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.it.ScratchFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A {@link StoringReceiver} in a process of its own, which can be killed. */
final class ReceiverProcess implements AutoCloseable {

    private final Process process;
    private final ScratchFolder scratch;
    private final CallbackAddresses addresses;

    private ReceiverProcess(Process process, ScratchFolder scratch, CallbackAddresses addresses) {
        this.process = process;
        this.scratch = scratch;
        this.addresses = addresses;
    }

    /** Returns when the process receives. */
    static ReceiverProcess start(ReceiverFiles files) throws IOException {
        ScratchFolder scratch = ScratchFolder.in(files.folder());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        scratch.option(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoringReceiver.class.getName(),
                        files.folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String url = out.readLine();
        if (url == null) {
            throw new IllegalStateException("the receiver did not start: see its standard error");
        }
        return new ReceiverProcess(
                process,
                scratch,
                CallbackAddresses.of(
                        URI.create(url), files.keys(), CallbackAddresses.DEFAULT_VALIDITY, InstantSource.system()));
    }

    /** The post by which the service tells a result. */
    HttpRequest notification(SampleResult result) {
        return HttpRequest.newBuilder(addresses.of(result.correlation()))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(result.form()))
                .build();
    }

    /** Waits for a while, in which the process must not end. */
    void runOn(Duration time) throws InterruptedException {
        if (process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("the receiver ended by itself with exit code " + process.exitValue());
        }
    }

    /** Kills the process, as {@code kill -9} does, and clears away its copy of SQLite, which it can no longer. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        scratch.close();
    }
}
