package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The Java in a page of the documentation, each block a class of its own. */
final class Snippets {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

    private Snippets() {}

    /** The blocks of a page, named from the root of the project. */
    static List<String> of(String page) {
        Matcher blocks = JAVA_BLOCK.matcher(text(page));
        return blocks.results().map((MatchResult block) -> block.group(1)).toList();
    }

    static String text(String page) {
        try {
            return Files.readString(Path.of("..", page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a block as it stands and gives the name of its class. */
    static String compile(String snippet, Path folder) {
        Matcher name = CLASS_NAME.matcher(snippet);
        assertThat(name.find()).as("the snippet is a class").isTrue();
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
                        write(folder.resolve(name.group(1) + ".java"), snippet).toString());
        assertThat(errors).as("compiler errors of %s", name.group(1)).isZero();
        return name.group(1);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
