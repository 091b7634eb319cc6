package io.github.hlr4j.it.bulk;

import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty with a port that is known before anything is received at it. */
final class Door implements AutoCloseable {

    private final Server server;
    private final int port;

    private Door(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    static Door open() throws IOException {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
        return new Door(server, connector.getLocalPort());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/hlr");
    }

    void receive(CallbackReceiver receiver) throws Exception {
        ServletContextHandler application = new ServletContextHandler("/");
        application.addServletContainerInitializer(
                (classes, context) -> HlrCallbackServlet.register(context, "/hlr/*", receiver));
        server.setHandler(application);
        server.start();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        }
    }
}
