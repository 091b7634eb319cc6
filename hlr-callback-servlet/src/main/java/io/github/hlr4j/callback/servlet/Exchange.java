package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.Admission;
import io.github.hlr4j.callback.CallbackResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** A request and its response: hands the body to the receiver, and answers with a status and no body. */
final class Exchange {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Diagnostics diagnostics;

    Exchange(HttpServletRequest request, HttpServletResponse response, Diagnostics diagnostics) {
        this.request = request;
        this.response = response;
        this.diagnostics = diagnostics;
    }

    /** The header as it came, or null: {@code getContentType} of Jetty 12.1 throws where it names a charset that nobody knows. */
    static String contentType(HttpServletRequest request) {
        return request.getHeader("Content-Type");
    }

    ServletInputStream input() throws IOException {
        return request.getInputStream();
    }

    AsyncContext startAsync() {
        return request.startAsync(request, response);
    }

    /** Hands a body over and answers; whatever the receiver throws, a failed handing over can be sent again. */
    void answer(Admission.Admitted admitted, Body body) {
        CallbackResponse answer = wasReadBefore(body) ? CallbackResponse.UNAVAILABLE : receive(admitted, body);
        if (body.isBeyondLimit()) {
            answerUnread(answer);
        } else {
            answer(answer);
        }
    }

    /**
     * Answers without having read anything of the body.
     *
     * <p>The request ends asynchronously wherever it can: Tomcat then closes the connection, where otherwise it would hold
     * one of its threads until the unwanted body has come.
     */
    void refuse(CallbackResponse answer) {
        answerUnread(answer);
        if (announcesBody() && request.isAsyncSupported()) {
            startAsync().complete();
        }
    }

    /** Answers without having read the whole body, and lets the connection end rather than the rest of it arrive. */
    void answerUnread(CallbackResponse answer) {
        if (announcesBody() && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        answer(answer);
    }

    /** Answers 503 because something broke that should not. */
    void answerFailure(Throwable cause) {
        diagnostics.failure(cause);
        answerUnread(CallbackResponse.UNAVAILABLE);
    }

    private void answer(CallbackResponse answer) {
        response.setStatus(answer.status());
        if (answer == CallbackResponse.METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "POST");
        }
        if (answer != CallbackResponse.TAKEN) {
            response.setContentLength(0);
        }
    }

    private CallbackResponse receive(Admission.Admitted admitted, Body body) {
        try {
            return admitted.receive(body.bytes());
        } catch (RuntimeException | Error e) {
            diagnostics.failure(e);
            return CallbackResponse.UNAVAILABLE;
        }
    }

    private boolean wasReadBefore(Body body) {
        boolean gone = body.isEmpty() && request.getContentLengthLong() > 0 && isForm();
        if (gone) {
            diagnostics.hint("the body of a notification had been read before it came here, probably by a filter that"
                    + " asks for parameters: map the callback where no such filter applies");
        }
        return gone;
    }

    private boolean isForm() {
        String type = contentType(request);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private boolean announcesBody() {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
