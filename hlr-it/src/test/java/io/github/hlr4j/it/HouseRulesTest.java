package io.github.hlr4j.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of the house that hold for every class that is published. */
class HouseRulesTest {

    private static final Set<String> EXPORTED = PublishedClasses.exportedPackages();

    /** An interrupt belongs to whoever interrupts, and a servlet speaks to its container. */
    private static final Set<String> OF_CALLERS =
            Set.of("java.lang.InterruptedException", "jakarta.servlet.UnavailableException");

    /** Where a caller who brings no clock gets that of the machine: a default of a builder or a factory. */
    private static final Set<String> OF_MACHINE = Set.of(
            "io.github.hlr4j.bulk.BulkReceiver",
            "io.github.hlr4j.bulk.BulkVerification$Builder",
            "io.github.hlr4j.callback.CallbackReceiver$Builder",
            "io.github.hlr4j.callback.Verifications$Builder",
            "io.github.hlr4j.cli.Terminal",
            "io.github.hlr4j.ledger.jdbc.SqliteLedger",
            "io.github.hlr4j.testkit.FakeSmsPartner$Builder",
            "io.github.hlr4j.testkit.contract.AdmissionRules",
            "io.github.hlr4j.testkit.contract.CallbackFixture");

    /** What no application catches: it is wrapped, or tells the JDK or a container by their rules, or cannot happen. */
    private static final Set<String> INSIDE = Set.of(
            "jakarta.servlet.UnavailableException of io.github.hlr4j.callback.servlet.HlrCallbackServlet",
            "java.io.IOException of io.github.hlr4j.transport.jdk.Failures",
            "java.lang.AssertionError of io.github.hlr4j.format.json.ReplyFields",
            "java.lang.IllegalStateException of io.github.hlr4j.transport.jdk.SingleUseBody",
            "java.util.NoSuchElementException of io.github.hlr4j.bulk.NumberLines",
            "java.util.NoSuchElementException of io.github.hlr4j.bulk.Planning",
            "javax.xml.stream.XMLStreamException of io.github.hlr4j.format.xml.XmlParsers");

    /** The ticker of the machine, and the deadline of a transport with what proves that it is kept. */
    private static final Set<String> NANOSECONDS = Set.of(
            "io.github.hlr4j.spi.Ticker",
            "io.github.hlr4j.testkit.contract.Attempt",
            "io.github.hlr4j.transport.jdk.JdkTransport");

    /** Types outside exported packages are public only for another package, {@code Hlr} for the command {@code java}. */
    @Test
    void nothingIsPublicByAccident() {
        classes()
                .that(describe(
                        "are hidden, and public",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !EXPORTED.contains(type.getPackageName())
                                && !type.isNestedClass()))
                .and()
                .doNotHaveFullyQualifiedName("io.github.hlr4j.cli.Hlr")
                .should(be(describe("used by another package", HouseRulesTest::isUsedElsewhere)))
                .check(PublishedClasses.ALL);
    }

    @Test
    void onlyTheCommandLineKnowsTheStandardStreams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.github.hlr4j.cli.Terminal")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(PublishedClasses.ALL);
    }

    @Test
    void theTimeIsAnArgument() {
        noClasses()
                .should()
                .callCodeUnitWhere(describe("reads a clock that is nobody's argument", HouseRulesTest::readsAClock))
                .check(PublishedClasses.ALL);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(PublishedClasses.ALL);
    }

    /** What the library throws, applications catch by its own types; what is wrapped as a cause is an exception too. */
    @Test
    void whatIsThrownIsTheLibrarys() {
        noClasses()
                .that(resideInAPackage("io.github.hlr4j..")
                        .and(DescribedPredicate.not(resideInAPackage("..testkit..")))
                        .and(DescribedPredicate.not(resideInAPackage("..cli.."))))
                .should()
                .callConstructorWhere(describe("makes a foreign exception", HouseRulesTest::makesAForeignException))
                .check(PublishedClasses.ALL);
    }

    @Test
    void exportedMethodsDeclareTheLibrarysExceptions() {
        List<String> declared = PublishedClasses.ALL.stream()
                .filter(type -> EXPORTED.contains(type.getPackageName())
                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().startsWith("io.github.hlr4j.testkit"))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isPublic(unit))
                .flatMap(unit -> unit.getThrowsClause().stream()
                        .map(thrown -> thrown.getRawType())
                        .filter(thrown -> !PublishedClasses.isOurs(thrown) && !OF_CALLERS.contains(thrown.getName()))
                        .map(thrown -> unit.getFullName() + " throws " + thrown.getName()))
                .toList();

        assertThat(declared).isEmpty();
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean readsAClock(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getTarget().getName();
        String caller = call.getOriginOwner().getName();
        if (owner.isEquivalentTo(System.class)
                && Set.of("nanoTime", "currentTimeMillis").contains(name)) {
            return !NANOSECONDS.contains(caller);
        }
        if (owner.isEquivalentTo(InstantSource.class) && name.equals("system")) {
            return !OF_MACHINE.contains(caller);
        }
        boolean now = owner.getPackageName().equals("java.time") && name.equals("now");
        boolean clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
        boolean date = owner.isEquivalentTo(Date.class)
                && call instanceof JavaConstructorCall made
                && made.getTarget().getRawParameterTypes().isEmpty();
        return now || clock || date;
    }

    private static boolean makesAForeignException(JavaConstructorCall call) {
        JavaClass made = call.getTarget().getOwner();
        boolean ofCompiler = made.isEquivalentTo(IncompatibleClassChangeError.class);
        return made.isAssignableTo(Throwable.class)
                && !ofCompiler
                && !call.getOriginOwner().isAssignableTo(Throwable.class)
                && !PublishedClasses.isOurs(made)
                && !INSIDE.contains(
                        made.getName() + " of " + call.getOriginOwner().getName());
    }

    private static boolean isPublic(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
