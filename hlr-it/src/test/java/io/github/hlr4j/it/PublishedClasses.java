package io.github.hlr4j.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The classes of the jars that are published, as bytes: nothing of them is run. */
final class PublishedClasses {

    /** All of them, without the descriptions of modules and packages. */
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("module-info") && !location.contains("package-info"))
            .importJars(
                    JarSets.of("published").stream().map(PublishedClasses::open).toList());

    private static final String ROOT = "io.github.hlr4j";

    private PublishedClasses() {}

    /** Without {@code io.github.hlr4j.}, as the pages write it; the package of that name itself is the root. */
    static String shortName(String packageName) {
        return packageName.equals(ROOT) ? ROOT : packageName.substring(ROOT.length() + 1);
    }

    static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(ROOT + ".");
    }

    /** What applications may import: what the modules export, and of hlr-testkit, which is no module, all but its sockets. */
    static Set<String> exportedPackages() {
        return Stream.concat(
                        JarSets.of("published").stream().flatMap(PublishedClasses::exports),
                        Stream.of(ROOT + ".testkit", ROOT + ".testkit.contract"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> exports(Path jar) {
        try (JarFile file = open(jar)) {
            ZipEntry descriptor = file.getEntry("module-info.class");
            if (descriptor == null) {
                return Stream.empty();
            }
            try (InputStream bytes = file.getInputStream(descriptor)) {
                return ModuleDescriptor.read(bytes).exports().stream().map(ModuleDescriptor.Exports::source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JarFile open(Path jar) {
        try {
            return new JarFile(jar.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
