package io.github.hlr4j.it.wrong;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Something that an adapter does wrong, and every test of its contract that says so.
 *
 * @param name what the adapter does, in words
 * @param suite makes the contract on that adapter, one instance for each test
 * @param catches the tests that fail; all others pass
 * @param matterOfLuck tests that fail on some days, and are left out
 */
public record Sin(String name, Supplier<?> suite, List<Catch> catches, Set<String> matterOfLuck) {

    public static Sin of(String name, Supplier<?> suite, Catch... catches) {
        return new Sin(name, suite, List.of(catches), Set.of());
    }

    /** The same without a test that catches it on some days only. */
    public Sin caughtByLuckBy(String test) {
        return new Sin(name, suite, catches, Set.of(test));
    }

    public static Catch caughtBy(String test) {
        return new Catch(test, List.of(), "");
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A test that fails.
     *
     * @param test its method
     * @param dynamicTests where the method makes dynamic tests, the names of those that fail; empty for any of them
     * @param reason words that each failure has
     */
    public record Catch(String test, List<String> dynamicTests, String reason) {

        /** These dynamic tests fail and the others pass. */
        public Catch at(String... names) {
            return new Catch(test, List.of(names), reason);
        }

        /** Each failure has these words, which only this sin can have caused. */
        public Catch because(String words) {
            return new Catch(test, dynamicTests, words);
        }
    }
}
