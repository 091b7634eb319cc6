package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is static is a constant: final, and of a type that cannot change. */
class StaticStateTest {

    /** Types of the JDK whose values cannot change, and functions, which have none. */
    private static final Set<String> CONSTANT = Set.of(
            "java.lang.String",
            "java.math.BigDecimal",
            "java.net.URI",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.format.DateTimeFormatter",
            "java.util.Comparator",
            "java.util.Currency",
            "java.util.function.Predicate",
            "java.util.regex.Pattern");

    /** Tables that are private and that nobody writes to. */
    private static final Set<String> TABLES = Set.of(
            "io.github.hlr4j.ApiKey.FINGERPRINT_CONTEXT",
            "io.github.hlr4j.MobileCountryCodes.COUNTRIES",
            "io.github.hlr4j.callback.BodyForm.BYTE_ORDER_MARK",
            "io.github.hlr4j.callback.CallbackToken.CHARACTERS",
            "io.github.hlr4j.callback.CallbackToken.LAST_CHARACTERS",
            "io.github.hlr4j.testkit.contract.HostileBytes.MEANINGFUL");

    @Test
    void everyStaticFieldIsFinal() {
        assertThat(staticFields().filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)))
                .isEmpty();
    }

    @Test
    void everyStaticFieldIsOfATypeThatCannotChange() {
        assertThat(staticFields()
                        .filter(field -> !isCollection(field))
                        .filter(field -> !TABLES.contains(field.getFullName()))
                        .filter(field -> !isConstant(field.getRawType())))
                .isEmpty();
    }

    @Test
    void everyStaticCollectionRefusesChanges() throws Exception {
        URL[] commandLine = {Path.of(System.getProperty("hlr.it.cli")).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(commandLine, getClass().getClassLoader())) {
            List<JavaField> collections =
                    staticFields().filter(StaticStateTest::isCollection).toList();

            assertThat(collections)
                    .isNotEmpty()
                    .allSatisfy(
                            field -> assertThat(value(field, loader).getClass().getName())
                                    .as(field.getFullName())
                                    .matches("java\\.util\\.(ImmutableCollections\\$|Collections\\$Unmodifiable).*"));
        }
    }

    private static Stream<JavaField> staticFields() {
        return PublishedClasses.ALL.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean isCollection(JavaField field) {
        JavaClass type = field.getRawType();
        return !PublishedClasses.isOurs(type)
                && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
    }

    private static boolean isConstant(JavaClass type) {
        boolean ours = PublishedClasses.isOurs(type)
                && type.getAllFields().stream()
                        .filter(field -> PublishedClasses.isOurs(field.getOwner()))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
        return type.isPrimitive() || CONSTANT.contains(type.getName()) || ours;
    }

    private static Object value(JavaField field, ClassLoader loader) throws ReflectiveOperationException {
        Field loaded = Class.forName(field.getOwner().getName(), true, loader).getDeclaredField(field.getName());
        loaded.setAccessible(true);
        return loaded.get(null);
    }
}
