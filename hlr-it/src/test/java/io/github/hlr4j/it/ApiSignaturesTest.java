package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What applications compile against is written down in {@code src/test/resources/api}, so that no change of it goes unseen. */
class ApiSignaturesTest {

    /** Set by {@code bin/api-signatures}: the files are written instead of compared. */
    private static final boolean ACCEPTED = Boolean.getBoolean("hlr.it.api.accept");

    private static final Path PAGES = Path.of("src", "test", "resources", "api");

    @ParameterizedTest
    @MethodSource("modules")
    void theApiIsWhatIsWrittenDown(Path jar) throws Exception {
        Path page = PAGES.resolve(jar.getFileName().toString().replaceFirst("-\\d.*", ".txt"));
        String api = api(jar);
        if (ACCEPTED) {
            Files.writeString(page, api);
        }

        assertThat(api)
                .as(
                        "the API of %s has changed. Is it meant? Then run bin/api-signatures, look at the diff of hlr-it/%s and commit it.",
                        jar.getFileName(), page)
                .isEqualTo(Files.exists(page) ? Files.readString(page) : "");
    }

    /** hlr-cli is a program: nobody compiles against it. */
    static Stream<Path> modules() {
        return JarSets.of("published").stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("hlr-cli-"));
    }

    private static String api(Path jar) throws IOException {
        return names(jar)
                .filter(name -> PublishedClasses.exportedPackages().contains(name.substring(0, name.lastIndexOf('.'))))
                .map(ApiSignaturesTest::load)
                .filter(Signatures::isVisible)
                .map(type -> String.join("\n", Signatures.of(type)) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> names = file.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.startsWith("io.github.hlr4j.") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.endsWith("-info"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiSignaturesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
