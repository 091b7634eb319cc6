package io.github.hlr4j.it.war;

import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.callback.CallbackReceiver;
import io.github.hlr4j.callback.servlet.HlrCallbackServlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Registers the servlet in code, as an application does that builds its receiver itself. */
public final class Startup implements ServletContextListener {

    /** Creates a listener, as the container does. */
    public Startup() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        CallbackKeys keys = CallbackKeys.parse(System.getenv(HlrCallbackServlet.DEFAULT_KEYS_ENV));
        CallbackReceiver receiver =
                CallbackReceiver.builder(keys, new RelayingHandler()).build();
        HlrCallbackServlet.register(event.getServletContext(), "/hlr/*", receiver);
    }
}
