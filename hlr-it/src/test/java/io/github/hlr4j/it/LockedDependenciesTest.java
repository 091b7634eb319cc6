package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What our artifacts bring along, and what they are tried in, are the files whose checksums were locked. */
class LockedDependenciesTest {

    private static final String CURE = "if this version is meant, bin/lock-dependencies writes .mvn/checksums anew";

    /** Lines of a checksum and a file name. */
    private final Set<String> locked = Snippets.text(".mvn/checksums/checksums.sha256")
            .lines()
            .map(line -> line.replaceFirst("  .*/", "  "))
            .collect(Collectors.toSet());

    @Test
    void everyJarThatOursRunWithIsLocked() throws IOException, NoSuchAlgorithmException {
        Set<String> jars = new HashSet<>();
        for (Path jar : JarSets.all()) {
            if (!jar.getFileName().toString().startsWith("hlr-")) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                jars.add(HexFormat.of().formatHex(sum) + "  " + jar.getFileName());
            }
        }
        assertThat(jars).as(CURE).isNotEmpty().isSubsetOf(locked);
    }

    @Test
    void everyJarInsideTheCommandLineIsLocked() {
        Set<String> names = locked.stream()
                .map(line -> line.substring(line.indexOf(' ') + 2))
                .collect(Collectors.toSet());

        assertThat(Snippets.text("hlr-cli/target/brings.txt").lines())
                .filteredOn(line -> !line.contains("io.github.hlr4j:"))
                .map(line -> line.replaceFirst(".*:([^:]+):jar:([^:]+):.*", "$1-$2.jar"))
                .as(CURE)
                .isNotEmpty()
                .isSubsetOf(names);
    }
}
