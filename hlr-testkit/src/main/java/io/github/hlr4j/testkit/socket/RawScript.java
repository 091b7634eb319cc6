package io.github.hlr4j.testkit.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a server does with one request: reads as much of it as it likes and sends, stalls or hangs up.
 *
 * <p>A script that leaves the connection open lets the next request come over it. It runs in a thread of the server, and
 * an {@link IOException} ends the connection, as when the client hangs up in the middle.
 */
@FunctionalInterface
public interface RawScript {

    /**
     * Serves one request.
     *
     * @param connection the connection, open; on a fresh one nothing was read
     * @throws IOException if the connection breaks
     */
    void serve(RawConnection connection) throws IOException;

    /**
     * Goes on after this script.
     *
     * @param next what to do afterwards on the same connection
     * @return both, one after the other
     */
    default RawScript then(RawScript next) {
        Objects.requireNonNull(next, "next");
        return connection -> {
            serve(connection);
            next.serve(connection);
        };
    }

    /**
     * Reads the whole request and sends bytes as they are given.
     *
     * @param answer status line, headers and body; each char is one byte
     * @return a script that leaves the connection open
     */
    static RawScript answer(String answer) {
        return connection -> {
            connection.readRequest();
            connection.send(answer);
        };
    }

    /**
     * Reads the whole request and sends a correct reply.
     *
     * @param status the HTTP status
     * @param body the body, sent as UTF-8
     * @param headers further header lines, for example {@code Retry-After: 5}
     * @return a script that leaves the connection open
     */
    static RawScript reply(int status, String body, String... headers) {
        return reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /**
     * Reads the whole request and sends a correct reply.
     *
     * @param status the HTTP status
     * @param body the body; with the statuses 204 and 304 it is empty
     * @param headers further header lines, for example {@code Content-Encoding: gzip}
     * @return a script that leaves the connection open
     */
    static RawScript reply(int status, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (status != 204 && status != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return answer(head.append("\r\n").toString()).then(connection -> connection.send(body));
    }
}
