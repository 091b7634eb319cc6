package io.github.hlr4j.it.bench;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty with the measured servlets, in a process of its own. */
public final class JettyServer {

    private JettyServer() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments ignored
     */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler application = new ServletContextHandler("/");
        application.addServletContainerInitializer((classes, context) -> MeasuredServlets.register(context));
        server.setHandler(application);
        server.start();
        MeasuredServlets.serveUntilInputEnds(connector.getLocalPort());
    }
}
