package io.github.hlr4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Measures what an application takes from its start to its end, when all that it does is one call. */
final class StartBench {

    private static final Pattern NEEDED = Pattern.compile(
            ".*(hlr-benchmarks|hlr-core|hlr-transport-jdk|hlr-format-json|yasson|parsson|jakarta\\.json)[^/]*");

    /** An application. */
    enum Program {
        BY_HLR(StartPrograms.ByHlr.class),
        BY_HAND(StartPrograms.ByHand.class),
        BY_YASSON(StartPrograms.ByYasson.class);

        private final Class<?> type;

        Program(Class<?> type) {
            this.type = type;
        }
    }

    private final Path folder;
    private final String address;

    private StartBench(Path folder, String address) {
        this.folder = folder;
        this.address = address;
    }

    static void run(int rounds, Path folder) throws IOException {
        try (ServerProcess server = ServerProcess.start()) {
            StartBench bench = new StartBench(
                    Files.createDirectories(folder), server.baseUrl().toString());
            bench.measure("as it is", rounds, false);
            bench.measure("with an archive of classes (AppCDS)", rounds, true);
        }
    }

    private void measure(String what, int rounds, boolean archived) throws IOException {
        Map<Program, List<Long>> times = new EnumMap<>(Program.class);
        Map<Program, List<Long>> memory = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            times.put(program, new ArrayList<>());
            memory.put(program, new ArrayList<>());
            if (archived) {
                Files.deleteIfExists(archiveOf(program));
                start(program, "-XX:ArchiveClassesAtExit=" + archiveOf(program));
            }
        }
        for (int i = 0; i < rounds; i++) {
            for (Program program : Program.values()) {
                List<Long> taken =
                        start(program, archived ? "-XX:SharedArchiveFile=" + archiveOf(program) : "-Xshare:auto");
                times.get(program).add(taken.get(0) * 10);
                memory.get(program).add(taken.get(1));
            }
        }
        System.out.printf("%-40s %8s %6s %10s %6s%n", what, "CPU ms", "ratio", "peak KB", "ratio");
        for (Program program : Program.values()) {
            double time = median(times.get(program));
            double peak = median(memory.get(program));
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %8.0f %6.2f %,10.0f %6.2f%n",
                    program,
                    time,
                    time / median(times.get(Program.BY_HAND)),
                    peak,
                    peak / median(memory.get(Program.BY_HAND)));
        }
    }

    private List<Long> start(Program program, String option) {
        return JavaProcess.lines(
                        List.of(option, "-Xlog:disable", "-Xlog:all=error:stderr"), classPath(), program.type, address)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private Path archiveOf(Program program) {
        return folder.resolve(program + ".jsa");
    }

    /** An archive of classes takes them from jars alone, so this module comes as its jar. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> NEEDED.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
