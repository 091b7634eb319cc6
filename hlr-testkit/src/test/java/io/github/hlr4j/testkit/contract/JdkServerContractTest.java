package io.github.hlr4j.testkit.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.CallbackRequest;
import io.github.hlr4j.callback.CallbackResponse;
import io.github.hlr4j.callback.NotificationHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The contract asks for no servlet: an adapter to the server of the JDK passes it. */
class JdkServerContractTest extends CallbackContract {

    @Override
    protected CallbackSite deploy(CallbackKeys keys, NotificationHandler handler) throws IOException {
        CallbackReceiver receiver =
                CallbackReceiver.builder(keys, handler).events(event -> {}).build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/hlr", exchange -> serve(exchange, receiver));
        server.start();
        return new CallbackSite() {
            @Override
            public URI publicUrl() {
                return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hlr");
            }

            @Override
            public void close() {
                server.stop(0);
                threads.shutdownNow();
            }
        };
    }

    private static void serve(HttpExchange exchange, CallbackReceiver receiver) throws IOException {
        CallbackResponse response = answer(exchange, receiver);
        if (response == CallbackResponse.METHOD_NOT_ALLOWED) {
            exchange.getResponseHeaders().set("Allow", "POST");
        }
        exchange.sendResponseHeaders(response.status(), -1);
        exchange.close();
    }

    private static CallbackResponse answer(HttpExchange exchange, CallbackReceiver receiver) {
        Admission admission = receiver.admit(new CallbackRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                header(exchange, "Content-Type"),
                header(exchange, "Content-Length").map(Long::parseLong).orElse(-1L)));
        return admission instanceof Admission.Admitted admitted
                ? receive(exchange, admitted)
                : ((Admission.Refused) admission).response();
    }

    private static CallbackResponse receive(HttpExchange exchange, Admission.Admitted admitted) {
        try {
            return admitted.receive(exchange.getRequestBody().readNBytes(admitted.maxBytes() + 1));
        } catch (IOException e) {
            return CallbackResponse.MALFORMED;
        } catch (Error e) {
            return CallbackResponse.UNAVAILABLE;
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
