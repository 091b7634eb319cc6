package io.github.hlr4j.it.bulk;

import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty with a port that is known before anything is received at it. */
public final class Door implements AutoCloseable {

    private final Server server;
    private final int port;

    private Door(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Opens one at a free port. */
    static Door open() throws IOException {
        return open(0);
    }

    /**
     * Opens one.
     *
     * @param port where; 0 for any that is free
     */
    public static Door open(int port) throws IOException {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        connector.open();
        return new Door(server, connector.getLocalPort());
    }

    /** The public URL of what is received here. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/hlr");
    }

    /** Lets a receiver take what arrives from now on. */
    public void receive(CallbackReceiver receiver) throws Exception {
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
