package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says can be pasted, and counts, is true. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("(?m)^(?:public )?class (\\w+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetCompilesAsItStands(String snippet) throws IOException {
        assertThat(compile(snippet)).isNotEmpty();
    }

    @Test
    void theFirstSnippetVerifiesANumber() throws Exception {
        String name = compile(snippets().get(0));
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
    @ValueSource(strings = {"core", "transport-jdk", "format-json", "format-xml", "callback-servlet", "testkit"})
    void theTableOfModulesCountsTheirJars(String module) throws IOException {
        long jars = JarSets.of(module).stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("jakarta.servlet-api"))
                .count();

        assertThat(readme()).containsPattern("\\| `hlr-" + module + "` \\|[^|]*\\| " + jars + " \\|");
    }

    static List<String> snippets() throws IOException {
        Matcher blocks = JAVA_BLOCK.matcher(readme());
        return blocks.results().map((MatchResult block) -> block.group(1)).toList();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    private String compile(String snippet) throws IOException {
        Matcher name = CLASS_NAME.matcher(snippet);
        assertThat(name.find()).as("the snippet is a class").isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), snippet);
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(errors).as("compiler errors of %s", name.group(1)).isZero();
        return name.group(1);
    }
}
