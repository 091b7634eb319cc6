package io.github.hlr4j.it.wrong;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;

/** Lets JUnit take each instance of a contract from whoever started the session, so that one class serves every adapter. */
public final class GivenSuite implements TestInstanceFactory {

    /** Under this name, and in the namespace of it, the session's store has what makes the instances. */
    static final String NAME = GivenSuite.class.getName();

    /** For the engine. */
    public GivenSuite() {}

    @Override
    public Object createTestInstance(TestInstanceFactoryContext factory, ExtensionContext test) {
        return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(NAME))
                .get(NAME, Supplier.class)
                .get();
    }
}
