package io.github.hlr4j.cli;

import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An embedded Jetty that receives notifications at every path. */
final class CallbackServer implements AutoCloseable {

    private static final int MAX_THREADS = 32;

    /** How long those who were already heard may take to get their answer. */
    private static final long STOP_MILLIS = 2_000;

    /** How long a connection may be silent before it counts as idle then; most of a quick run would be this wait. */
    private static final long IDLE_MILLIS = 250;

    private final Server server;
    private final ListenAddress address;

    private CallbackServer(Server server, ListenAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Opens the port before anybody is told of it; what arrives before {@link #serve} waits. */
    static CallbackServer open(ListenAddress wanted) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("callback");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(silent()));
        connector.setHost(wanted.host().replaceAll("[\\[\\]]", ""));
        connector.setPort(wanted.port());
        connector.setShutdownIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (Exception e) {
            throw new CliException("cannot listen on " + wanted + "; is the port in use, or the address not ours?", e);
        }
        return new CallbackServer(server, wanted.withPort(connector.getLocalPort()));
    }

    ListenAddress address() {
        return address;
    }

    void serve(CallbackReceiver receiver) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.addServletContainerInitializer(
                (classes, servletContext) -> HlrCallbackServlet.register(servletContext, "/*", receiver));
        server.setHandler(new GracefulHandler(context));
        server.setStopTimeout(STOP_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            throw new CliException("the receiver on " + address + " did not start: " + e.getMessage(), e);
        }
    }

    /** What was taken gets its answer; what arrives from now on is not acknowledged. */
    void stopReceiving() {
        try {
            server.stop();
        } catch (Exception e) {
            throw CliException.afterSending("the receiver on " + address + " did not stop: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stopReceiving();
    }

    /** Strangers need not know what answers them. */
    private static HttpConfiguration silent() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        return configuration;
    }
}
