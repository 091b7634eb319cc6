package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.MagicNumbers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says can be pasted, and counts, is true. */
class ReadmeTest {

    private static final String README = "README.md";
    private static final Pattern DEPENDENCY = Pattern.compile(
            "[| +\\\\-]*(?<group>[\\w.]+):(?<artifact>[\\w.-]+):jar:(?<version>[\\w.-]+):(?:compile|runtime).*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetCompilesAsItStands(String snippet) {
        assertThat(Snippets.compile(snippet, folder)).isNotEmpty();
    }

    @Test
    void theFirstSnippetVerifiesANumber() throws Exception {
        String name = Snippets.compile(snippets().get(0), folder);
        try (FakeSmsPartner service = FakeSmsPartner.start()) {
            ProcessBuilder program = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                    name);
            program.environment().put("SMSPARTNER_API_KEY", service.key().reveal());
            program.environment().put("HLR_BASE_URL", service.baseUrl().toString());
            Process process = program.redirectErrorStream(true).start();

            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines("accepted as HLR000001 for 0.005 EUR");
            assertThat(service.journal().timesBilled(PhoneNumber.parse("+33639980001")))
                    .isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core",
                "transport-jdk",
                "format-json",
                "format-xml",
                "callback-servlet",
                "bulk",
                "ledger-jdbc",
                "testkit"
            })
    void theTableOfModulesCountsTheJarsThatMavenResolves(String module) {
        List<String> brought = brought(module);

        assertThat(Snippets.text(README))
                .containsPattern("\\| `hlr-" + module + "` \\|[^|]*\\| " + brought.size() + " \\|");
        assertThat(JarSets.of(module).stream().map(jar -> jar.getFileName().toString()))
                .filteredOn(jar -> !jar.startsWith("jakarta.servlet-api"))
                .as("the jars of %s that the tests run on", module)
                .containsExactlyInAnyOrderElementsOf(brought);
    }

    /** The module's own jar and what it brings along without hlr-core, from the tree that Maven drew when it built the module. */
    private static List<String> brought(String module) {
        List<String> jars = new ArrayList<>(List.of(JarSets.nameIn(module)));
        int optional = Integer.MAX_VALUE;
        for (String line : Snippets.text("hlr-" + module + "/target/brings.txt")
                .lines()
                .skip(1)
                .toList()) {
            Matcher dependency = DEPENDENCY.matcher(line);
            assertThat(dependency.matches()).as(line).isTrue();
            int depth = dependency.start("artifact") - dependency.group("group").length();
            if (depth <= optional) {
                optional = line.endsWith("(optional)") ? depth : Integer.MAX_VALUE;
                if (optional > depth && !dependency.group("artifact").equals("hlr-core")) {
                    jars.add(dependency.group("artifact") + "-" + dependency.group("version") + ".jar");
                }
            }
        }
        return jars;
    }

    @ParameterizedTest
    @ValueSource(strings = {README, "hlr-testkit/README.md"})
    void theTableOfMagicNumbersIsThatOfTheFake(String page) {
        assertThat(MagicNumbers.table().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Snippets.text(page))
                        .containsPattern("\\| " + Pattern.quote(line.substring(0, line.indexOf(' ')))
                                + " \\|(?: \\d+ \\|)? " + line.substring(line.lastIndexOf(' ') + 1) + " \\|"));
    }

    static List<String> snippets() {
        return Snippets.of(README);
    }
}
