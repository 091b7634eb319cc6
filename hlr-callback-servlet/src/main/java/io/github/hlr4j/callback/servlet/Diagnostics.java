package io.github.hlr4j.callback.servlet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells the operator what is wrong with the deployment, without a value of any request. */
final class Diagnostics {

    private final Consumer<String> log;
    private final Set<String> hintsGiven = ConcurrentHashMap.newKeySet();

    Diagnostics(Consumer<String> log) {
        this.log = log;
    }

    /** Logs a hint the first time that it is given. */
    void hint(String hint) {
        if (hintsGiven.add(hint)) {
            log.accept(hint);
        }
    }

    /** Logs where something broke. The message is left out: nobody knows what an exception of others repeats. */
    void failure(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        log.accept("a notification could not be taken and was answered 503: "
                + cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
    }
}
