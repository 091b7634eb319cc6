package io.github.hlr4j.example.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README quotes the code, and not what the code once was. */
final class GuideTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("quotations")
    void everyQuotationIsInTheCode(String quotation) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources)
                    .anySatisfy(source ->
                            assertThat(withoutIndents(Files.readString(source))).contains(withoutIndents(quotation)));
        }
    }

    static List<String> quotations() throws IOException {
        String guide = Files.readString(Path.of("README.md"));
        return JAVA_BLOCK.matcher(guide).results().map(block -> block.group(1)).toList();
    }

    private static String withoutIndents(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
