package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every jar that is published. */
class PublishedJarsTest {

    private static final String SERVICES = "META-INF/services/";

    @Test
    void allOfThemAreLookedAt() {
        assertThat(artifacts())
                .containsExactlyInAnyOrder(
                        "hlr-bulk",
                        "hlr-callback-servlet",
                        "hlr-cli",
                        "hlr-core",
                        "hlr-format-json",
                        "hlr-format-xml",
                        "hlr-ledger-jdbc",
                        "hlr-testkit",
                        "hlr-transport-jdk");
    }

    @ParameterizedTest
    @MethodSource("all")
    void itCarriesTheLicence(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream licence = file.getInputStream(file.getJarEntry("META-INF/LICENSE"))) {
            assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Apache License");
        }
    }

    @ParameterizedTest
    @MethodSource("modular")
    void itIsAModuleNamedLikeItsRootPackage(Path jar) throws IOException {
        ModuleDescriptor descriptor = descriptor(jar);

        assertThat(descriptor.name())
                .isEqualTo(artifact(jar).replace("hlr-", "io.github.hlr4j.").replace('-', '.'));
        String root = descriptor.name().equals("io.github.hlr4j.core") ? "io.github.hlr4j" : descriptor.name();
        assertThat(packages(jar)).allSatisfy(name -> assertThat(name + ".").startsWith(root + "."));
    }

    @ParameterizedTest
    @MethodSource("modular")
    void itsServicesAreTheSameOnClassPathAndModulePath(Path jar) throws IOException {
        Map<String, List<String>> provided = new HashMap<>();
        for (Provides provides : descriptor(jar).provides()) {
            provided.put(provides.service(), provides.providers());
        }
        assertThat(listedServices(jar)).isEqualTo(provided);
    }

    @Test
    void noPackageIsSplit() throws IOException {
        Map<String, List<String>> owners = new TreeMap<>();
        for (Path jar : jars()) {
            for (String name : packages(jar)) {
                owners.computeIfAbsent(name, ignored -> new ArrayList<>()).add(artifact(jar));
            }
        }
        assertThat(owners).allSatisfy((name, jars) -> assertThat(jars).as(name).hasSize(1));
    }

    @Test
    void theCoreRequiresNothingButJava() throws IOException {
        ModuleDescriptor core = descriptor(JarSets.of("core").get(0));

        assertThat(core.requires()).extracting(Requires::name).containsExactly("java.base");
    }

    static Stream<Path> all() {
        return jars().stream();
    }

    static Stream<Path> modular() {
        return all().filter(jar -> !List.of("hlr-testkit", "hlr-cli").contains(artifact(jar)));
    }

    private static List<Path> jars() {
        return JarSets.of("published");
    }

    private static List<String> artifacts() {
        return jars().stream().map(PublishedJarsTest::artifact).toList();
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private static ModuleDescriptor descriptor(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry("module-info.class");
            assertThat(entry).as("module-info of %s", jar.getFileName()).isNotNull();
            try (InputStream bytes = file.getInputStream(entry)) {
                return ModuleDescriptor.read(bytes);
            }
        }
    }

    private static List<String> packages(Path jar) throws IOException {
        return entries(jar)
                .filter(name -> name.endsWith(".class") && name.contains("/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .distinct()
                .toList();
    }

    private static Map<String, List<String>> listedServices(Path jar) throws IOException {
        Map<String, List<String>> listed = new HashMap<>();
        List<String> files = entries(jar)
                .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                .toList();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String name : files) {
                try (InputStream bytes = file.getInputStream(file.getJarEntry(name))) {
                    String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                    listed.put(name.substring(SERVICES.length()), text.lines().toList());
                }
            }
        }
        return listed;
    }

    private static Stream<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList().stream();
        }
    }
}
