package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.callback.NotificationHandler;
import java.util.List;

/** A handler of a web application that gives results to one outside of it, which the application's loader knows. */
public final class RelayingHandler implements NotificationHandler {

    /** Creates a handler, as ServiceLoader does. */
    public RelayingHandler() {}

    @Override
    public void handle(Correlation correlation, List<HlrNotification> results) {
        WebApplicationLoader application = (WebApplicationLoader) getClass().getClassLoader();
        application.outside().handle(correlation, results);
    }
}
