package io.github.hlr4j.it;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.contract.CallbackContract;
import io.github.hlr4j.testkit.contract.CallbackSite;
import io.github.hlr4j.testkit.contract.NotificationEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The contract of receiving, on a web application in a container; both formats are in it. */
abstract class ContainerContract extends CallbackContract {

    @TempDir
    static Path folder;

    private final ServletContainer container;

    ContainerContract(ServletContainer container) {
        this.container = container;
    }

    abstract WarFile war(CallbackKeys keys) throws IOException;

    @Override
    protected final CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception {
        return container.start(folder, war(keys), handler);
    }

    @Override
    protected final Set<NotificationEncoding> formats() {
        return Set.of(NotificationEncoding.JSON, NotificationEncoding.XML);
    }
}
