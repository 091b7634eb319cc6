package io.github.hlr4j.callback.servlet;

import io.github.hlr4j.callback.CallbackResponse;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;

/** What to answer when a body did not arrive whole; where the sender has gone, nobody hears it. */
final class ReadFailure {

    private ReadFailure() {}

    /** 408 where the container lost patience with a silent sender, else 400. */
    static CallbackResponse answerTo(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
                return CallbackResponse.TIMED_OUT;
            }
        }
        return CallbackResponse.MALFORMED;
    }
}
