package io.github.hlr4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measures long lists: {@code plan} beside reading the lines, or {@code ledger}, whose cost of a number should be flat. */
final class ListBench {

    private static final int ROUNDS = 3;
    private static final int LARGEST = 1_000_000;

    private final Path folder;

    private ListBench(Path folder) {
        this.folder = folder;
    }

    /** Measures with a list of some length, in a folder for what it writes. */
    static void run(String chapter, int count, Path folder) throws IOException {
        ListBench bench = new ListBench(Files.createDirectories(folder));
        if (chapter.equals("plan")) {
            bench.plan(count);
        } else {
            bench.ledger(count);
        }
    }

    private void plan(int count) throws IOException {
        Path file = folder.resolve("numbers.txt");
        DistinctNumbers.write(file, count);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            double lines = child("lines", file).get(0) / 1e9;
            double plan = child("plan", file).get(0) / 1e9;
            ratios.add(lines / plan);
            print(
                    "%,d numbers in 256 MB: lines %.2f s, planned %.2f s, speed %.2f of the floor",
                    count, lines, plan, lines / plan);
        }
        Collections.sort(ratios);
        print(
                "median %.2f (%.2f to %.2f), target at least 0.30",
                ratios.get(ROUNDS / 2), ratios.get(0), ratios.get(ROUNDS - 1));
        Files.delete(file);
    }

    private void ledger(int count) throws IOException {
        for (int size = 1000; size <= Math.min(count, LARGEST); size *= 10) {
            Path file = folder.resolve("books-" + size + ".db");
            Files.deleteIfExists(file);
            List<Long> nanos = child("ledger", file, Integer.toString(size));
            print(
                    "%,9d numbers: %6.2f us each to plan, %6.2f us each to take",
                    size, nanos.get(0) / 1e3 / size, nanos.get(1) / 1e3 / size);
            Files.delete(file);
        }
    }

    private static List<Long> child(String... arguments) {
        return JavaProcess.lines(List.of("-Xmx256m"), JavaProcess.OWN_CLASS_PATH, ListPrograms.class, arguments)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> child(String program, Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of(program, file.toString()));
        arguments.addAll(List.of(more));
        return child(arguments.toArray(new String[0]));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
