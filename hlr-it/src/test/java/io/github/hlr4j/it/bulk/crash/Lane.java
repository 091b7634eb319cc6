package io.github.hlr4j.it.bulk.crash;

import io.github.hlr4j.it.ScratchFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One process of a program after the other, each with a stop of its own. */
final class Lane {

    private static final int PATIENCE_SECONDS = 240;
    private static final int PATIENCE_WITH_REST_MINUTES = 20;
    private static final Duration PATIENCE_WITH_STOP = Duration.ofSeconds(5);

    private final Class<?> program;
    private final Duration longestSending;
    private final Path folder;
    private final AtomicInteger judgementsLeft = new AtomicInteger();
    private ScratchFolder scratch;
    private volatile Process process;
    private StopPlan.Stop stop;
    private CompletableFuture<Void> sending;
    private CompletableFuture<String> over;

    /**
     * Creates one without a process.
     *
     * @param program prints a line when it begins to send, and another one when it sends nothing more
     * @param longestSending after which a process is killed at the latest that may end at any moment
     * @param folder for temporary files
     */
    Lane(Class<?> program, Duration longestSending, Path folder) {
        this.program = program;
        this.longestSending = longestSending;
        this.folder = folder;
    }

    /** Starts the next process; the last of its arguments is where to stop. */
    void start(StopPlan.Stop newStop, String... arguments) throws IOException {
        stop = newStop;
        judgementsLeft.set(stop.label().equals(StopPlan.JUDGED) ? stop.times() : 0);
        scratch = ScratchFolder.in(folder);
        process = new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        sending = new CompletableFuture<>();
        over = new CompletableFuture<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<Void> listening = sending;
        CompletableFuture<String> listeningFurther = over;
        Thread reader = new Thread(() -> listen(out, listening, listeningFurther), "lane");
        reader.setDaemon(true);
        reader.start();
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                scratch.option(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        command.add(stop.text());
        return command;
    }

    /** A process that ends says nothing more, and so both futures end with it. */
    private static void listen(BufferedReader out, CompletableFuture<Void> sending, CompletableFuture<String> over) {
        try {
            out.readLine();
            sending.complete(null);
            String last = out.readLine();
            over.complete(last == null ? "" : last);
        } catch (IOException e) {
            sending.complete(null);
            over.complete("");
        }
    }

    /** Kills the process when it was to be killed at this answer of the service. */
    void judged() {
        if (judgementsLeft.get() > 0 && judgementsLeft.decrementAndGet() == 0) {
            process.destroyForcibly();
        }
    }

    /**
     * Waits for the end that the process was started with, and kills it where that does not come or is any moment.
     *
     * @return whether it ended at its stop point
     */
    boolean meetEnd() throws IOException, InterruptedException {
        sending.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (stop.equals(StopPlan.ANY_MOMENT)) {
            process.waitFor(ThreadLocalRandom.current().nextLong(longestSending.toNanos()), TimeUnit.NANOSECONDS);
        } else {
            over.completeOnTimeout("", PATIENCE_WITH_STOP.toNanos(), TimeUnit.NANOSECONDS)
                    .join();
        }
        boolean judgedToEnd = stop.label().equals(StopPlan.JUDGED) && judgementsLeft.get() == 0;
        int code = process.destroyForcibly().onExit().join().exitValue();
        scratch.close();
        if (code == 0 || code == 1) {
            throw new IllegalStateException("a process ended by itself: see its standard error");
        }
        return judgedToEnd || code == StopPoints.STOPPED;
    }

    /** Waits until the process sends nothing more, which it must say in these words. */
    void requireEnd(String words) {
        String end =
                over.orTimeout(PATIENCE_WITH_REST_MINUTES, TimeUnit.MINUTES).join();
        if (!end.startsWith(words)) {
            throw new IllegalStateException("the last process did not come to the end, it said: " + end);
        }
    }

    /** Lets the process end in an orderly way. */
    void finish() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        scratch.close();
    }

    /** Kills a process that still runs. */
    void abort() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
