package io.github.hlr4j.it.bench;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;

/** What is measured in a container, side by side, and how its process talks to the one that measures. */
final class MeasuredServlets {

    static final String BARE = "/bare/";
    static final String READING = "/read/";
    static final String RECEIVER = "/hlr/";

    /** What stands before the port in the line that says where a container listens. */
    static final String PORT = "port ";

    private MeasuredServlets() {}

    /** Registers all of them; the keys come from the environment, as in a deployment by {@code web.xml}. */
    static void register(ServletContext context) {
        CallbackKeys keys = CallbackKeys.parse(System.getenv(HlrCallbackServlet.DEFAULT_KEYS_ENV));
        add(context, BARE, new BareServlet());
        add(context, READING, new ReadingServlet());
        HlrCallbackServlet.register(
                context,
                RECEIVER + "*",
                CallbackReceiver.builder(keys, (correlation, results) -> {}).build());
    }

    private static void add(ServletContext context, String path, HttpServlet servlet) {
        ServletRegistration.Dynamic registration = context.addServlet(path, servlet);
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        registration.addMapping(path + "*");
    }

    /** Says where the container listens, and ends the process when whoever started it is done or gone. */
    static void serveUntilInputEnds(int port) throws IOException {
        System.out.println(PORT + port);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }
}
