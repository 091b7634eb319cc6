package io.github.hlr4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folders below {@code target/jars} that the build fills: one for each module, with what it needs at run time. */
final class JarSets {

    private static final Path ROOT = Path.of(System.getProperty("hlr.it.jars"));

    private JarSets() {}

    /** All jars of some sets. */
    static List<Path> of(String... sets) {
        List<Path> jars = new ArrayList<>();
        for (String set : sets) {
            try (Stream<Path> files = Files.list(ROOT.resolve(set))) {
                files.sorted().forEach(jars::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jars;
    }

    /** The jars of all sets. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file name of our own jar in a set. */
    static String nameIn(String set) {
        return of(set).stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith("hlr-" + set + "-"))
                .findFirst()
                .orElseThrow();
    }
}
