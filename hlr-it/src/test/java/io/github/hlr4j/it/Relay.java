package io.github.hlr4j.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.hlr4j.callback.NotificationHandler;
import io.github.hlr4j.it.war.HandOver;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the handler of a web application in another process finds the handler of a test. */
final class Relay implements AutoCloseable {

    private static final int NO_BODY = -1;

    private final NotificationHandler handler;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;

    private Relay(NotificationHandler handler) throws IOException {
        this.handler = handler;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::relay);
        server.setExecutor(executor);
        server.start();
    }

    static Relay to(NotificationHandler handler) throws IOException {
        return new Relay(handler);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            HandOver handOver = HandOver.readFrom(exchange.getRequestBody());
            exchange.sendResponseHeaders(statusOf(handOver), NO_BODY);
        }
    }

    /** The tests make their handler fail in every way; whatever it is, the other side must learn of it. */
    private int statusOf(HandOver handOver) {
        try {
            handler.handle(handOver.correlation(), handOver.results());
            return HttpURLConnection.HTTP_NO_CONTENT;
        } catch (RuntimeException | Error e) {
            return HttpURLConnection.HTTP_INTERNAL_ERROR;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
