package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.probe.ExtensionProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension works with JUnit 5 and with JUnit 6, each in a virtual machine of its own. */
class JunitVersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"junit-5", "junit-6"})
    void theExtensionServesFieldsParametersAndNestedClassesAndFailsOnUnmatchedRequests(String junit) {
        List<Path> path = new ArrayList<>(JarSets.of("core", "testkit", junit));
        path.add(OwnJvm.classesOf(ExtensionProbe.class));

        List<String> printed = OwnJvm.ON_CLASS_PATH.run(path, ExtensionProbe.class);

        assertThat(printed)
                .contains(
                        "SUCCESSFUL once(FakeSmsPartner)",
                        "SUCCESSFUL onceMore()",
                        "SUCCESSFUL nested(FakeSmsPartner)",
                        "SUCCESSFUL instance(FakeSmsPartner)",
                        "SUCCESSFUL annotated()",
                        "FAILED misspelt()")
                .containsSequence(
                        "The fake got 1 request that SMS Partner would not know:",
                        "answered 404",
                        "  served:  POST /v1/hlr/notify",
                        "  came:    POST /v1/hlr/notfy",
                        "                           ^");
        assertThat(printed).filteredOn(line -> line.startsWith("FAILED")).hasSize(1);
    }
}
