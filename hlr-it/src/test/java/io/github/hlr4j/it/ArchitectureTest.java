package io.github.hlr4j.it;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrows of {@code ARCHITECTURE.md} are those of the jars. */
class ArchitectureTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z4.]+)` \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9.]+)`");

    @Test
    void thePackagesKnowOfOursWhomThePageNames() {
        assertThat(known(PublishedClasses::isOurs, PublishedClasses::shortName))
                .containsExactlyInAnyOrderElementsOf(onThePage(2));
    }

    @Test
    void thePackagesKnowOfOthersWhomThePageNames() {
        Set<String> named = onThePage(3);
        Set<String> known = known(ArchitectureTest::isForeign, name -> name);

        assertThat(known).allSatisfy(arrow -> assertThat(named).anyMatch(root -> isIn(arrow, root)));
        assertThat(named).allSatisfy(root -> assertThat(known).anyMatch(arrow -> isIn(arrow, root)));
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(PublishedClasses.ALL);
    }

    /** From each package to those that it depends on and that are wanted, an arrow each. */
    private static Set<String> known(Predicate<JavaClass> wanted, UnaryOperator<String> name) {
        Set<String> arrows = new TreeSet<>();
        for (JavaClass type : PublishedClasses.ALL) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> !target.getPackageName().equals(type.getPackageName()))
                    .filter(wanted)
                    .forEach(target -> arrows.add(arrow(
                            PublishedClasses.shortName(type.getPackageName()), name.apply(target.getPackageName()))));
        }
        return arrows;
    }

    private static String arrow(String from, String to) {
        return from + " -> " + to;
    }

    private static boolean isForeign(JavaClass type) {
        boolean ofJavaBase = ModuleLayer.boot()
                .findModule("java.base")
                .orElseThrow()
                .getPackages()
                .contains(type.getPackageName());
        return !type.isPrimitive() && !ofJavaBase && !PublishedClasses.isOurs(type);
    }

    private static boolean isIn(String arrow, String root) {
        return (arrow + ".").startsWith(root + ".");
    }

    private static Set<String> onThePage(int column) {
        Set<String> arrows = new TreeSet<>();
        ROW.matcher(Snippets.text("ARCHITECTURE.md"))
                .results()
                .forEach(row -> NAME.matcher(row.group(column))
                        .results()
                        .forEach(name -> arrows.add(arrow(row.group(1), name.group(1)))));
        return arrows;
    }

    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
