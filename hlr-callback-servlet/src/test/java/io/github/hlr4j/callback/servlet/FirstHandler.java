package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.HlrStatus;
import io.github.hlr4j.callback.NotificationHandler;
import java.util.List;

/** A handler of a web application: takes numbers that exist and fails on others, so that a sender sees that it was asked. */
public final class FirstHandler implements NotificationHandler {

    /** Creates a handler, as ServiceLoader does. */
    public FirstHandler() {}

    @Override
    public void handle(Correlation correlation, List<HlrNotification> results) {
        if (results.get(0).status() != HlrStatus.NO_ERROR) {
            throw new IllegalStateException("not for me");
        }
    }
}
