package io.github.hlr4j.it;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type as an application sees it, one line for itself and one for each member, in an order that does not depend on the compiler. */
final class Signatures {

    /** Every type has them, and overriding them changes no signature. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private Signatures() {}

    /** Whether an application may use it: it and all types around it are public or, for subclasses, protected. */
    static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    static List<String> of(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(type));
        Stream.of(components(type), constants(type), members(type))
                .flatMap(List::stream)
                .map(line -> "  " + shortened(line))
                .forEach(lines::add);
        return lines;
    }

    private static String heading(Class<?> type) {
        List<String> parts = new ArrayList<>(List.of(type.toGenericString().replaceAll("\\b(non-)?sealed ", "")));
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
            parts.add("extends " + parent.getTypeName());
        }
        if (type.getGenericInterfaces().length > 0) {
            parts.add((type.isInterface() ? "extends " : "implements ") + names(type.getGenericInterfaces()));
        }
        if (type.isSealed()) {
            parts.add("permits " + names(type.getPermittedSubclasses()));
        }
        return shortened(String.join(" ", parts));
    }

    private static String names(Type... types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
    }

    /** In their order, which is that of the constructor and of patterns. */
    private static List<String> components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(part -> "component " + part.getGenericType().getTypeName() + " " + part.getName())
                        .toList()
                : List.of();
    }

    private static List<String> constants(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> "constant " + ((Enum<?>) constant).name())
                        .sorted()
                        .toList()
                : List.of();
    }

    private static List<String> members(Class<?> type) {
        return Stream.concat(Stream.of(type), hiddenParents(type))
                .flatMap(owner -> declared(owner, type))
                .sorted()
                .distinct()
                .toList();
    }

    /** What a type inherits from parents that applications cannot name is its own for them. */
    private static Stream<Class<?>> hiddenParents(Class<?> type) {
        return Stream.<Class<?>>iterate(
                type.getSuperclass(), parent -> parent != null && !isVisible(parent), Class::getSuperclass);
    }

    private static Stream<String> declared(Class<?> owner, Class<?> type) {
        Stream<String> fields = Arrays.stream(owner.getDeclaredFields())
                .filter(field -> isPart(field) && !field.isEnumConstant())
                .map(Field::toGenericString);
        Stream<String> constructors = Arrays.stream(owner.getDeclaredConstructors())
                .filter(constructor -> isPart(constructor) && owner == type)
                .map(Constructor::toGenericString);
        Stream<String> methods = Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> isPart(method) && !method.isBridge() && !isGiven(method, type))
                .map(Signatures::method);
        return Stream.of(fields, constructors, methods)
                .flatMap(lines -> lines)
                .map(line -> line.replace(owner.getTypeName() + ".", ""));
    }

    private static String method(Method method) {
        String given = method.getDefaultValue() == null ? "" : " default " + method.getDefaultValue();
        return method.toGenericString() + given;
    }

    private static boolean isGiven(Executable method, Class<?> type) {
        boolean ofEnum = type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        return ofEnum || OF_EVERY_OBJECT.contains(method.getName());
    }

    private static boolean isPart(Member member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String shortened(String line) {
        return line.replaceAll("java\\.lang\\.(?=[A-Z])", "")
                .replace("abstract static interface", "interface")
                .replace("abstract interface", "interface");
    }
}
