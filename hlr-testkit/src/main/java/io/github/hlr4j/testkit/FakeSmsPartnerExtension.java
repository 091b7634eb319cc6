package io.github.hlr4j.testkit;

import io.github.hlr4j.HlrException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link FakeSmsPartner} around tests of JUnit Jupiter 5.14 or 6.
 *
 * <p>As a static {@code @RegisterExtension} field, or by {@code @ExtendWith} on a class, one server serves the class and
 * its nested classes, and is {@linkplain FakeSmsPartner#reset() reset} before each test: such tests must not run
 * concurrently. As an instance field, each test has a server of its own.
 *
 * <p>Tests get the server from {@link #fake()} or as a parameter of the type {@link FakeSmsPartner}.
 *
 * <p>A test during which a request came that the service would not know, say to a misspelt path, fails with the difference,
 * unless it fails anyway or {@link #allowingUnmatchedRequests()} says that such requests are meant.
 */
public final class FakeSmsPartnerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final FakeSmsPartner.Builder builder;
    private final boolean unmatchedAllowed;
    private volatile FakeSmsPartner fake;

    /** Creates an extension whose server has the settings of {@link FakeSmsPartner#start()}. */
    public FakeSmsPartnerExtension() {
        this(FakeSmsPartner.builder(), false);
    }

    private FakeSmsPartnerExtension(FakeSmsPartner.Builder builder, boolean unmatchedAllowed) {
        this.builder = Objects.requireNonNull(builder, "builder");
        this.unmatchedAllowed = unmatchedAllowed;
    }

    /**
     * An extension whose server has other settings.
     *
     * @param builder the settings, not to be changed afterwards
     * @return the extension
     */
    public static FakeSmsPartnerExtension of(FakeSmsPartner.Builder builder) {
        return new FakeSmsPartnerExtension(builder, false);
    }

    /**
     * An extension that lets tests pass although requests came that the service would not know.
     *
     * @return another extension with the same settings
     */
    public FakeSmsPartnerExtension allowingUnmatchedRequests() {
        return new FakeSmsPartnerExtension(builder, true);
    }

    /**
     * The server of the test that runs.
     *
     * @return a running server
     * @throws HlrException if no test runs
     */
    public FakeSmsPartner fake() {
        if (fake == null) {
            throw new HlrException("the fake starts with the first test: register the extension by @RegisterExtension"
                    + " and call fake() in a test or in a method that runs before it");
        }
        return fake;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startOnce(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startOnce(context).reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<UnmatchedRequest> unmatched = startOnce(context).journal().unmatched();
        if (!unmatchedAllowed
                && !unmatched.isEmpty()
                && context.getExecutionException().isEmpty()) {
            throw new AssertionError(UnmatchedRequest.describe(unmatched));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeSmsPartner.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return startOnce(context);
    }

    /** JUnit closes what is in the store when the class or test to which the context belongs is over. */
    private FakeSmsPartner startOnce(ExtensionContext context) {
        Store store = context.getStore(Namespace.create(this));
        FakeSmsPartner running = store.get(FakeSmsPartner.class, FakeSmsPartner.class);
        if (running == null) {
            running = builder.start();
            store.put(FakeSmsPartner.class, running);
        }
        fake = running;
        return running;
    }
}
