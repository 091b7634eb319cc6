package io.github.hlr4j.it.wrong;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of a contract on one adapter, in this virtual machine: which of its tests failed, and why. */
final class ContractRun implements TestExecutionListener {

    /**
     * A test that failed.
     *
     * @param name what a report calls it; a dynamic test has a name of its own
     * @param reason the exception, on one line
     */
    record Failure(String name, String reason) {}

    private final Map<String, List<Failure>> failures = new TreeMap<>();

    private ContractRun() {}

    static ContractRun of(Supplier<?> suite, Set<String> leftOut) {
        ContractRun run = new ContractRun();
        PostDiscoveryFilter filter = test -> FilterResult.includedIf(!leftOut.contains(method(test)));
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getStore().put(Namespace.create(GivenSuite.NAME), GivenSuite.NAME, suite);
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(suite.get().getClass()))
                                    .filters(filter)
                                    .build(),
                            run);
        }
        return run;
    }

    /** The failures by the method in which they happened; those of dynamic tests by their factory. */
    Map<String, List<Failure>> failures() {
        return failures;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            String reason = result.getThrowable().map(Throwable::toString).orElse("");
            failures.computeIfAbsent(method(test.getSource().orElse(null)), method -> new ArrayList<>())
                    .add(new Failure(test.getDisplayName(), reason.replaceAll("\\s+", " ")));
        }
    }

    private static String method(TestDescriptor test) {
        return method(test.getSource().orElse(null));
    }

    /** What fails or is found outside of a method has no name that a table could expect. */
    private static String method(TestSource source) {
        return source instanceof MethodSource method ? method.getMethodName() : "no method";
    }
}
