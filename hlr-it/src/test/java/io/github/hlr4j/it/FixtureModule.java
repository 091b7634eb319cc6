package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/**
 * A folder that is a small module of its own: one class of the tests, its descriptor and, where it provides a service, the
 * entry in {@code META-INF/services}.
 */
final class FixtureModule {

    private final Path folder;
    private final Class<?> type;

    private FixtureModule(Path folder, Class<?> type) {
        this.folder = folder;
        this.type = type;
    }

    /** A module that runs a program. */
    static Path running(Path folder, Class<?> program) {
        return new FixtureModule(folder, program).pack("exports %s;".formatted(program.getPackageName()));
    }

    /** A module that provides a service. */
    static Path providing(Path folder, Class<?> service, Class<?> provider) {
        FixtureModule module = new FixtureModule(folder, provider);
        module.write("META-INF/services/" + service.getName(), provider.getName());
        return module.pack("provides %s with %s;".formatted(service.getName(), provider.getName()));
    }

    static String nameOf(Class<?> type) {
        return type.getPackageName();
    }

    private Path pack(String directive) {
        copyClass();
        Path source = write(
                "module-info.java",
                "module %s { requires io.github.hlr4j.core; %s }".formatted(nameOf(type), directive));
        String core = JarSets.of("core").get(0).toString();
        int exitCode = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", folder.toString(), "-p", core, source.toString());
        assertThat(exitCode).as("javac compiles %s", source).isZero();
        return folder;
    }

    private void copyClass() {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            return Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
