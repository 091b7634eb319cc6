package io.github.hlr4j.it.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.wrong.ContractRun.Failure;
import io.github.hlr4j.it.wrong.Sin.Catch;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that a contract bites: runs it on adapters that are wrong on purpose, and on a right one.
 *
 * <p>A subclass has the table, a static method {@code sins}. The contract must fail exactly in the tests that the table
 * names, for the reason that it gives.
 */
public abstract class ContractBites {

    /** Tests that are slow, or fail by chance where an adapter is wrong; they run only where the table names them. */
    protected Set<String> costlyTests() {
        return Set.of();
    }

    @ParameterizedTest
    @MethodSource("sins")
    void theContractFailsWhereTheAdapterSinsAndNowhereElse(Sin sin) {
        List<String> expected = sin.catches().stream().map(Catch::test).toList();
        Set<String> leftOut = new HashSet<>(costlyTests());
        expected.forEach(leftOut::remove);
        leftOut.addAll(sin.matterOfLuck());

        Map<String, List<Failure>> failures =
                ContractRun.of(sin.suite(), leftOut).failures();

        assertThat(failures.keySet()).as("%s", failures).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sin.catches()).allSatisfy(caught -> isRight(caught, failures.get(caught.test())));
    }

    private static void isRight(Catch caught, List<Failure> failures) {
        assertThat(failures)
                .extracting(Failure::reason)
                .allSatisfy(reason -> assertThat(reason).contains(caught.reason()));
        if (!caught.dynamicTests().isEmpty()) {
            assertThat(failures).extracting(Failure::name).containsExactlyInAnyOrderElementsOf(caught.dynamicTests());
        }
    }
}
