package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.contract.CallbackContract;
import io.github.hlr4j.testkit.contract.CallbackSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.io.TempDir;

class WebXmlContractTest extends CallbackContract {

    @TempDir
    static Path folder;

    @Override
    protected CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception {
        Path ring = Files.writeString(folder.resolve("ring"), keys.toText());
        return new CallbackServer(keys, handler)
                .declared(
                        new ServletHolder(HlrCallbackServlet.class),
                        WebApplicationLoader.relaying(folder, handler),
                        Map.of(HlrCallbackServlet.KEYS_FILE, ring.toString()))
                .start();
    }
}
