package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** What the guides show compiles, and the tests in them pass. */
class GuideTest {

    private static final String TESTING = "docs/guide/testing.md";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("testsOfTheGuide")
    void everyTestOfTheGuideToTestingPasses(String snippet) throws Exception {
        String name = Snippets.compile(snippet, folder);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            TestExecutionSummary summary = run(loader.loadClass(name));

            assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
            assertThat(summary.getTestsSucceededCount()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("otherSnippets")
    void everythingElseCompilesAsItStands(String snippet) {
        assertThat(Snippets.compile(snippet, folder)).isNotEmpty();
    }

    static Stream<String> otherSnippets() {
        return Stream.of("docs/guide/callbacks.md", "docs/guide/bulk.md", "docs/guide/start-up.md")
                .map(Snippets::of)
                .flatMap(List::stream);
    }

    static Stream<String> testsOfTheGuide() {
        return Snippets.of(TESTING).stream();
    }

    private static TestExecutionSummary run(Class<?> test) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(test))
                                .build(),
                        summary);
        return summary.getSummary();
    }
}
