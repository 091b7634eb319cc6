package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a small program in a Java virtual machine of its own, where nothing is but what it is given. */
enum OwnJvm {
    ON_CLASS_PATH {
        @Override
        List<String> launch(List<Path> path, Class<?> program) {
            return List.of("-cp", joined(path), program.getName());
        }
    },
    ON_MODULE_PATH {
        @Override
        List<String> launch(List<Path> path, Class<?> program) {
            return List.of("-p", joined(path), "-m", FixtureModule.nameOf(program) + "/" + program.getName());
        }
    };

    private static final int PATIENCE_SECONDS = 60;

    abstract List<String> launch(List<Path> path, Class<?> program);

    /** Runs a program to its end and gives the lines that it printed; one that fails or takes too long fails the test. */
    List<String> run(List<Path> path, Class<?> program, String... arguments) {
        return run(List.of(), path, program, arguments);
    }

    /** The same with options of the virtual machine. */
    List<String> run(List<String> options, List<Path> path, Class<?> program, String... arguments) {
        try {
            Process process = builder(options, launch(path, program), arguments).start();
            CompletableFuture<Process> ended =
                    process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS);
            CompletableFuture<Void> killed = ended.thenAccept(Process::destroyForcibly);
            List<String> printed = process.inputReader().lines().toList();
            killed.join();
            assertThat(process.onExit().join().exitValue())
                    .as("exit code of %s", program)
                    .isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program from its source, together with the classes of the tests and some jars. */
    static Process startSource(
            List<String> options, List<Path> jars, Path source, Map<String, String> environment, String... arguments)
            throws IOException {
        List<Path> path = new ArrayList<>(jars);
        path.add(classesOf(OwnJvm.class));
        ProcessBuilder builder = builder(options, List.of("-cp", joined(path), source.toString()), arguments);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static ProcessBuilder builder(List<String> options, List<String> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** The folder in which a class of the tests is, together with all others. */
    static Path classesOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static String joined(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
