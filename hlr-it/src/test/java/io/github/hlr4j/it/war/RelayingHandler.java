package io.github.hlr4j.it.war;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.HlrNotification;
import io.github.hlr4j.callback.NotificationHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** The handler of the web application: asks the tests to take the results, and fails where they do. */
public final class RelayingHandler implements NotificationHandler {

    /** The system property that says where the tests listen. */
    public static final String RELAY = "hlr.it.relay";

    /** Creates a handler, as ServiceLoader does. */
    public RelayingHandler() {}

    @Override
    public void handle(Correlation correlation, List<HlrNotification> results) {
        try {
            int status = relay(new HandOver(correlation, results));
            if (status != HttpURLConnection.HTTP_NO_CONTENT) {
                throw new IllegalStateException("the tests answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int relay(HandOver handOver) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(System.getProperty(RELAY)).toURL().openConnection();
        // Over a connection that was used before, a request that fails would be sent twice.
        connection.setRequestProperty("Connection", "close");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            handOver.writeTo(out);
        }
        return connection.getResponseCode();
    }
}
