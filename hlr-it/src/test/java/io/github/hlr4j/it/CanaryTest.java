package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.probe.Canary;
import io.github.hlr4j.testkit.FaultKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With every fault and everything logged, also what the HTTP client of the JDK logs, no secret is printed. */
class CanaryTest {

    private static final Pattern TOKEN = Pattern.compile("h1[A-Za-z0-9_-]{51}");

    @Test
    void noKeyNoTokenAndNoWholeNumberIsEverPrinted() {
        List<Path> path = new ArrayList<>(JarSets.of("core", "transport-jdk", "format-json", "format-xml", "testkit"));
        path.add(OwnJvm.classesOf(Canary.class));

        List<String> printed =
                OwnJvm.ON_CLASS_PATH.run(List.of("-Djdk.httpclient.HttpClient.log=all"), path, Canary.class);

        assertThat(printed)
                .contains("meets " + FaultKind.STALL_AFTER_READING)
                .anyMatch(line -> line.contains("jdk.httpclient.HttpClient"))
                .anyMatch(line -> line.contains("+33*******34"));
        assertThat(printed)
                .noneMatch(line -> line.contains(Canary.KEY))
                .noneMatch(line -> line.contains("app.example/hlr/"))
                .noneMatch(line -> TOKEN.matcher(line).find())
                .noneMatch(line -> line.contains(Canary.NUMBER.substring(2)));
    }
}
