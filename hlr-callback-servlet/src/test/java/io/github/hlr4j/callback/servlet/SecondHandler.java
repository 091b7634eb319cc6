package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.callback.NotificationHandler;
import java.util.List;

/** Another handler of the same web application. */
public final class SecondHandler implements NotificationHandler {

    /** Creates a handler, as ServiceLoader does. */
    public SecondHandler() {}

    @Override
    public void handle(Correlation correlation, List<HlrNotification> results) {}
}
