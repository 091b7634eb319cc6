package io.github.hlr4j.it;

import io.github.hlr4j.ApiKey;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.callback.Verifications;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.testkit.FakeSmsPartner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An application as it is deployed: a client, its verifications, and a Jetty that receives the answers. */
final class Site implements AutoCloseable {

    private final HlrClient client;
    private final Server server;
    final Verifications verifications;

    private Site(HlrClient client, Server server, Verifications verifications) {
        this.client = client;
        this.server = server;
        this.verifications = verifications;
    }

    static Site of(FakeSmsPartner fake, NotificationHandler handler) {
        return of(fake, fake.key(), handler);
    }

    static Site of(FakeSmsPartner fake, ApiKey key, NotificationHandler handler) {
        HlrClient client = HlrClient.builder(key).baseUrl(fake.baseUrl()).build();
        Server server = new Server();
        Verifications verifications = Verifications.builder(client)
                .at(URI.create("http://127.0.0.1:" + listen(server) + "/hlr"))
                .handler(handler)
                .build();
        ServletContextHandler application = new ServletContextHandler("/");
        application.addServletContainerInitializer(
                (classes, context) -> HlrCallbackServlet.register(context, "/hlr/*", verifications.receiver()));
        server.setHandler(application);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
        return new Site(client, server, verifications);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        }
        client.close();
    }

    /** Takes a port before the server starts, because addresses need it. */
    private static int listen(Server server) {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector.getLocalPort();
    }
}
