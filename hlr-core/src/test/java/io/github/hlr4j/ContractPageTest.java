package io.github.hlr4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
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
                .allSatisfy(test -> assertThat(sources)
                        .as(test.group())
                        .filteredOn(source -> source.endsWith(test.group(1) + ".java"))
                        .anySatisfy(source -> assertThat(source)
                                .content()
                                .containsPattern("(void|Stream<DynamicTest>) " + test.group(2) + "\\(")));
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
