package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.testkit.contract.CallbackSite;
import io.github.hlr4j.testkit.socket.RawClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty on a loopback port with few threads, and callback addresses that lead to it. */
final class CallbackServer implements CallbackSite {

    private static final int THREADS = 8;

    /** The status of each exchange that has ended, whether or not anybody was there to read it. */
    final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();

    private final CallbackKeys keys;
    private final NotificationHandler handler;
    private final SecureRandom random = new SecureRandom();
    private final Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
    private final ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(quiet()));
    private final ServletContextHandler application = new ServletContextHandler("/");

    CallbackServer(NotificationHandler handler) {
        this(CallbackKeys.create(), handler);
    }

    CallbackServer(CallbackKeys keys, NotificationHandler handler) {
        this.keys = keys;
        this.handler = handler;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setRequestLog((request, response) -> statuses.add(response.getStatus()));
        server.setHandler(application);
    }

    CallbackReceiver receiver() {
        return CallbackReceiver.builder(keys, handler).build();
    }

    /** The servlet as {@link HlrCallbackServlet#register} adds it. */
    CallbackServer registered() {
        return with(application -> application.addServletContainerInitializer(
                (classes, context) -> HlrCallbackServlet.register(context, "/hlr/*", receiver())));
    }

    /** The servlet with settings that only tests make. */
    CallbackServer set(boolean async, Duration bodyTimeout) {
        ServletHolder holder = new ServletHolder(new HlrCallbackServlet(receiver(), bodyTimeout));
        holder.setAsyncSupported(async);
        return with(application -> application.addServlet(holder, "/hlr/*"));
    }

    /** The servlet as {@code web.xml} declares it, by its class, with handlers of the web application. */
    CallbackServer declared(ServletHolder holder, ClassLoader loader, Map<String, String> parameters) {
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        holder.setInitParameters(parameters);
        return with(application -> {
            application.setClassLoader(loader);
            application.addServlet(holder, "/hlr/*");
        });
    }

    CallbackServer with(Consumer<ServletContextHandler> setting) {
        setting.accept(application);
        return this;
    }

    CallbackServer withIdleTimeout(int millis) {
        connector.setIdleTimeout(millis);
        return this;
    }

    CallbackServer start() throws Exception {
        server.start();
        return this;
    }

    @Override
    public URI publicUrl() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/hlr");
    }

    /** The path of a new address, of a request that is known to nobody. */
    String target() {
        return CallbackAddresses.of(publicUrl(), keys, CallbackAddresses.DEFAULT_VALIDITY, InstantSource.system())
                .of(Correlation.random(random))
                .getRawPath();
    }

    RawClient connect() {
        return RawClient.connect(publicUrl());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        }
    }

    private static HttpConfiguration quiet() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        return configuration;
    }
}
