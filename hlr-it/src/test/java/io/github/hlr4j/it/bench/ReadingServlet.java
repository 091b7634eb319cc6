package io.github.hlr4j.it.bench;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The least that reading a body costs where no sender may hold a thread: reads asynchronously, discards, and answers with
 * the status that the first segment of the path asks for. What the receiver refuses unread, this refuses unread.
 */
final class ReadingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER_BYTES = 1024;
    private static final int STATUS_DIGITS = 3;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = Integer.parseInt(request.getPathInfo().substring(1, 1 + STATUS_DIGITS));
        response.setStatus(status);
        if (status != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(0);
        }
        if (status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            response.setHeader("Connection", "close");
            return;
        }
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(TIMEOUT_MILLIS);
        ServletInputStream input = request.getInputStream();
        input.setReadListener(new Discarding(context, input));
    }

    private static final class Discarding implements ReadListener {

        private final AsyncContext context;
        private final ServletInputStream input;
        private final byte[] buffer = new byte[BUFFER_BYTES];

        Discarding(AsyncContext context, ServletInputStream input) {
            this.context = context;
            this.input = input;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (input.isReady() && input.read(buffer) >= 0) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void onAllDataRead() {
            context.complete();
        }

        @Override
        public void onError(Throwable failure) {
            context.complete();
        }
    }
}
