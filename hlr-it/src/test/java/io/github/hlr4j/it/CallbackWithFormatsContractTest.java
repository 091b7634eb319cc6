package io.github.hlr4j.it;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import io.github.hlr4j.testkit.contract.CallbackContract;
import io.github.hlr4j.testkit.contract.CallbackSite;
import io.github.hlr4j.testkit.contract.NotificationEncoding;
import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The servlet with both format modules beside it, which its own tests cannot have. */
class CallbackWithFormatsContractTest extends CallbackContract {

    @Override
    protected CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws Exception {
        HttpConfiguration quiet = new HttpConfiguration();
        quiet.setSendServerVersion(false);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(quiet));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        CallbackReceiver receiver =
                CallbackReceiver.builder(keys, handler).events(event -> {}).build();
        ServletContextHandler application = new ServletContextHandler("/");
        application.addServletContainerInitializer(
                (classes, context) -> HlrCallbackServlet.register(context, "/hlr/*", receiver));
        server.setHandler(application);
        server.start();
        return new JettySite(server, URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/hlr"));
    }

    @Override
    protected Set<NotificationEncoding> formats() {
        return Set.of(NotificationEncoding.JSON, NotificationEncoding.XML);
    }

    private record JettySite(Server server, URI publicUrl) implements CallbackSite {

        @Override
        public void close() {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("Jetty does not stop", e);
            }
        }
    }
}
