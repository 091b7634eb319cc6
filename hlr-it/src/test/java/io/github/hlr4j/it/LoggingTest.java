package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is logged was chosen: three classes log, and nothing but constant words, names of classes and what masks itself. */
class LoggingTest {

    /**
     * All that an argument may call: names of classes, the fields of {@code HlrEvent} whose texts are masked, and what turns
     * one into the other.
     */
    private static final Set<String> HARMLESS = Set.of(
            "cause",
            "correlation",
            "dropped",
            "getClass",
            "getName",
            "httpStatus",
            "isPresent",
            "map",
            "orElse",
            "reason",
            "valueOf");

    @Test
    void onlyTheseClassesHaveALogger() {
        assertThat(PublishedClasses.ALL.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(known -> isLogger(known.getTargetClass())))
                        .map(JavaClass::getFullName))
                .containsExactlyInAnyOrder(
                        "io.github.hlr4j.bulk.Announcer",
                        "io.github.hlr4j.cli.Hlr",
                        "io.github.hlr4j.client.HlrClient",
                        "io.github.hlr4j.spi.HlrEvents");
    }

    /** The message of an exception is somebody else's, so no overload takes one, nor an object whose text nobody chose. */
    @Test
    void theyLogWordsWithoutExceptions() {
        Set<String> parameters = PublishedClasses.ALL.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call ->
                        isLogger(call.getTargetOwner()) && call.getName().equals("log"))
                .map(JavaMethodCall::getTarget)
                .map(target -> target.getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.toSet());

        assertThat(parameters).containsExactlyInAnyOrder("Level, String", "Level, String, Object[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hlr-bulk/src/main/java/io/github/hlr4j/bulk/Announcer.java",
                "hlr-core/src/main/java/io/github/hlr4j/client/HlrClient.java",
                "hlr-core/src/main/java/io/github/hlr4j/spi/HlrEvents.java"
            })
    void theyLogNothingButConstantsAndWhatMasksItself(String source) throws IOException {
        List<String> called = calledForArguments(Path.of("..", source));

        assertThat(called).isNotEmpty().isSubsetOf(HARMLESS);
    }

    private static boolean isLogger(JavaClass type) {
        return type.getName().startsWith("java.util.logging.") || type.getName().startsWith("java.lang.System$Logger");
    }

    /** Every method that is called for an argument of a {@code log(...)}, and every variable that is one by itself. */
    private static List<String> calledForArguments(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> called = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            task.parse().forEach(unit -> unit.accept(new LogCalls(called), null));
        }
        return called;
    }

    private static final class LogCalls extends TreeScanner<Void, Void> {

        private final List<String> called;

        LogCalls(List<String> called) {
            this.called = called;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method
                    && method.getIdentifier().contentEquals("log")) {
                for (ExpressionTree argument : call.getArguments()) {
                    argument.accept(new Parts(called), null);
                }
            }
            return super.visitMethodInvocation(call, null);
        }
    }

    /** Notes methods by their names and variables by theirs, but not the receiver of a method, nor what a lambda is given. */
    private static final class Parts extends TreeScanner<Void, Void> {

        private final List<String> called;
        private final Set<String> given = new HashSet<>();

        Parts(List<String> called) {
            this.called = called;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            MemberSelectTree method = (MemberSelectTree) call.getMethodSelect();
            called.add(method.getIdentifier().toString());
            if (method.getExpression() instanceof MethodInvocationTree receiver) {
                receiver.accept(this, null);
            }
            return scan(call.getArguments(), null);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
            lambda.getParameters()
                    .forEach(parameter -> given.add(parameter.getName().toString()));
            return lambda.getBody().accept(this, null);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree constant, Void nothing) {
            return null;
        }

        @Override
        public Void visitIdentifier(IdentifierTree variable, Void nothing) {
            if (!given.contains(variable.getName().toString())) {
                called.add(variable.getName().toString());
            }
            return null;
        }
    }
}
