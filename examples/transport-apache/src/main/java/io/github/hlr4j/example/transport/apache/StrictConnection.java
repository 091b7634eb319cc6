package io.github.hlr4j.example.transport.apache;

import java.io.IOException;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that takes nothing for the reply to a request but HTTP that arrives after it.
 *
 * <p>The parser that Apache gives to clients skips lines that are no HTTP until something is, and its connections hand a
 * second reply to one request to whoever sends the next.
 */
final class StrictConnection extends DefaultManagedHttpClientConnection {

    StrictConnection() {
        super("hlr4j", null, null, null, null, null, null, new DefaultHttpResponseParserFactory());
    }

    /** Whether the service ended the connection while it was kept, or sent what nobody asked for. */
    @Override
    public boolean isStale() throws IOException {
        return isDataAvailable(Timeout.ONE_MILLISECOND) || super.isStale();
    }
}
