package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty on a loopback port with few threads, and callback addresses that lead to it. */
final class CallbackServer implements AutoCloseable {

    static final int THREADS = 8;

    final CallbackKeys keys = CallbackKeys.create();
    final RecordingHandler handler = new RecordingHandler();

    /** The status of each exchange that has ended, whether or not anybody was there to read it. */
    final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();

    private final SecureRandom random = new SecureRandom();
    private final Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
    private final ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(quiet()));
    private final ServletContextHandler application = new ServletContextHandler("/");

    CallbackServer() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setRequestLog((request, response) -> statuses.add(response.getStatus()));
        server.setHandler(application);
    }

    CallbackReceiver receiver() {
        return CallbackReceiver.builder(keys, handler).build();
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

    int port() {
        return connector.getLocalPort();
    }

    /** A new address of a request that is known to nobody. */
    URI address() {
        return address(keys);
    }

    URI address(CallbackKeys signing) {
        return address(signing, InstantSource.system());
    }

    URI address(CallbackKeys signing, InstantSource clock) {
        URI publicUrl = URI.create("http://127.0.0.1:" + port() + "/hlr");
        return CallbackAddresses.of(publicUrl, signing, CallbackAddresses.DEFAULT_VALIDITY, clock)
                .of(Correlation.random(random));
    }

    RawConnection connect() {
        return RawConnection.to(port());
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
