package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/contract.md} true: it has every rule, and the tests that it names exist. */
class ContractPageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

    private static Path root;
    private static String page;

    @BeforeAll
    static void readThePage() throws IOException {
        root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/contract.md"))) {
            root = root.getParent();
        }
        page = Files.readString(root.resolve("docs/contract.md"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasOneRowForEachRule(String rule) {
        assertThat(page.lines().filter(line -> line.startsWith("| " + rule + " |")))
                .hasSize(1);
    }

    static Stream<String> rules() {
        return Stream.of(numbered("D", 12), numbered("A", 11), numbered("W", 6)).flatMap(rules -> rules);
    }

    private static Stream<String> numbered(String kind, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> kind + "%02d".formatted(i));
    }

    @Test
    void namesTestsThatExist() throws IOException {
        List<Path> sources = sources();
        List<MatchResult> named = TEST.matcher(page).results().toList();

        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(test -> assertThat(sourceOf(test.group(1), sources))
                        .as(test.group())
                        .containsPattern("(void|Stream<DynamicTest>) " + test.group(2) + "\\("));
    }

    /** What is written in a class and in those that it extends, as far as they are ours. */
    private static String sourceOf(String type, List<Path> sources) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path source : sources) {
            if (source.endsWith(type + ".java")) {
                text.append(Files.readString(source));
            }
        }
        Matcher parent = Pattern.compile("class " + type + " extends (\\w+)").matcher(text);
        return parent.find() ? text + sourceOf(parent.group(1), sources) : text.toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                root, 20, (path, attributes) -> path.toString().endsWith(".java") && attributes.isRegularFile())) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void saysTheReachabilityOfEachStatus(HlrStatus status) {
        assertThat(page)
                .containsPattern("\\| %d \\| `%s` \\| [a-z-]+ \\| `%s` \\|"
                        .formatted(status.code().orElseThrow(), status, status.reachability()));
    }
}
