package io.github.hlr4j.it;

import io.github.hlr4j.it.probe.MinimalApplication;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links the smallest application into a Java runtime of its own, once for each format, and runs it; {@code bin/images} starts it. */
final class Images {

    /** What jlink does not find by itself is what no module requires: implementations, and the elliptic curves of TLS. */
    private enum Image {
        JSON("format-json", 36, "io.github.hlr4j.format.json,org.eclipse.yasson,org.eclipse.parsson"),
        XML("format-xml", 52, "io.github.hlr4j.format.xml,org.glassfish.jaxb.runtime");

        private final String set;
        private final long target;
        private final String modules;

        Image(String set, long target, String modules) {
            this.set = set;
            this.target = target;
            this.modules = "io.github.hlr4j.transport.jdk,jdk.crypto.ec," + modules;
        }
    }

    private Images() {}

    /**
     * Prints the size of each image beside its target, in MiB.
     *
     * @param arguments the folder in which they are to be
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path application = FixtureModule.running(folder.resolve("application"), MinimalApplication.class);
        for (Image image : Image.values()) {
            Path runtime = folder.resolve(image.set);
            link(image, application, runtime);
            verifyANumber(runtime);
            System.out.printf("%-12s %5.1f MiB, target %d%n", image.set, size(runtime) / 1024.0 / 1024, image.target);
        }
    }

    private static void link(Image image, Path application, Path runtime) {
        String path = Stream.concat(Stream.of(application), JarSets.of("core", "transport-jdk", image.set).stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        int exitCode = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--module-path",
                        path,
                        "--add-modules",
                        FixtureModule.nameOf(MinimalApplication.class) + "," + image.modules,
                        "--output",
                        runtime.toString(),
                        Runtime.version().feature() < 21 ? "--compress=2" : "--compress=zip-9",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages");
        if (exitCode != 0) {
            throw new IllegalStateException("jlink ended with exit code " + exitCode);
        }
    }

    private static void verifyANumber(Path runtime) throws IOException, InterruptedException {
        try (FakeSmsPartner fake = FakeSmsPartner.start()) {
            List<String> command = List.of(
                    runtime.resolve("bin").resolve("java").toString(),
                    "-m",
                    FixtureModule.nameOf(MinimalApplication.class) + "/" + MinimalApplication.class.getName(),
                    fake.baseUrl().toString(),
                    fake.key().reveal(),
                    "+33639980001");
            int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("the application ended with exit code " + exitCode);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
