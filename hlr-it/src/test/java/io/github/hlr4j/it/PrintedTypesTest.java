package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of the API that prints more than its name was looked at: a record is filled with secrets and printed, and any
 * other type that has a {@code toString} of its own stands in a list here.
 */
class PrintedTypesTest {

    /** Those of hlr-core are printed by its SecretsTest; the others say how many, how far or where. */
    private static final Set<String> KNOWN = Set.of(
            "ApiKey",
            "CallbackCounters",
            "CallbackKeys",
            "CallbackKeysFile",
            "FakeSmsPartner",
            "HlrClient",
            "HttpPost",
            "HttpReply",
            "Journal",
            "ManualClock",
            "ManualTicker",
            "NotificationScenario",
            "PendingVerification");

    @ParameterizedTest
    @MethodSource("records")
    void aRecordFullOfSecretsPrintsNone(Class<?> record) {
        String printed = Secrets.filling(record).toString();

        assertThat(printed).doesNotContain(Secrets.ALL);
    }

    static Stream<Class<?>> records() {
        return published().filter(JavaClass::isRecord).map(JavaClass::reflect);
    }

    @Test
    void whatElseHasItsOwnWordsIsKnown() {
        Set<String> others = published()
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAssignableTo(Throwable.class))
                .filter(type -> type.tryGetMethod("toString").isPresent())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(others).isEqualTo(KNOWN);
    }

    @Test
    void aRecordThatPrintedAnAddressWouldBeNoticed() {
        assertThat(Secrets.filling(Careless.class).toString()).contains(Secrets.TOKEN);
    }

    record Careless(URI address) {}

    private static Stream<JavaClass> published() {
        return PublishedClasses.ALL.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> PublishedClasses.exportedPackages().contains(type.getPackageName()));
    }
}
