package io.github.hlr4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this module in a Java virtual machine of its own. */
final class JavaProcess {

    static final String OWN_CLASS_PATH = System.getProperty("java.class.path");

    private JavaProcess() {}

    static Process start(List<String> options, String classPath, Class<?> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Runs a program to its end; what it printed. */
    static List<String> lines(List<String> options, String classPath, Class<?> program, String... arguments) {
        try {
            Process process = start(options, classPath, program, arguments);
            List<String> lines = process.inputReader().lines().toList();
            int exit = process.onExit().join().exitValue();
            if (exit != 0) {
                throw new IllegalStateException(program.getName() + " ended with exit code " + exit);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
