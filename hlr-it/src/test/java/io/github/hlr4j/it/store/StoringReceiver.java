package io.github.hlr4j.it.store;

import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Receives results in a Jetty, keeps them in a SQLite file and logs what is handed over, until its input ends. */
public final class StoringReceiver {

    private StoringReceiver() {}

    /**
     * Prints the address at which it receives, once it does.
     *
     * @param arguments the folder of its files
     */
    public static void main(String[] arguments) throws Exception {
        try (InputStream levels = StoringReceiver.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(levels);
        }
        ReceiverFiles files = new ReceiverFiles(Path.of(arguments[0]));
        try (SqliteResultStore store = SqliteResultStore.open(files.database())) {
            CallbackReceiver receiver = CallbackReceiver.builder(files.keys(), files.handOvers())
                    .store(store)
                    .build();
            Server server = serve(receiver);
            System.out.println(server.getURI().resolve("/hlr"));
            while (System.in.read() >= 0) {
                // Whoever started this process keeps its input open.
            }
            server.stop();
        }
    }

    private static Server serve(CallbackReceiver receiver) throws Exception {
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServletContextHandler application = new ServletContextHandler("/");
        application.addServletContainerInitializer(
                (classes, context) -> HlrCallbackServlet.register(context, "/hlr/*", receiver));
        server.setHandler(application);
        server.start();
        return server;
    }
}
