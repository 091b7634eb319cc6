package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.socket.RawScript.answer;

import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawScript;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends of an exchange after which nobody knows what the service did: each script read a part of the request, or all. */
final class BrokenReplies {

    private static final String LONGER_THAN_SENT = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"success\"";
    private static final String CUT_CHUNK = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{\"success\"";

    private BrokenReplies() {}

    /** The connection ends too early. */
    static Map<String, RawScript> cutOff() {
        Map<String, RawScript> scripts = new LinkedHashMap<>();
        scripts.put("reset after the first byte", connection -> {
            connection.readBytes(1);
            connection.reset();
        });
        scripts.put("reset after the head", connection -> {
            connection.readHead();
            connection.reset();
        });
        scripts.put("closed after the head", connection -> {
            connection.readHead();
            connection.close();
        });
        scripts.put("reset after the request", answer("").then(RawConnection::reset));
        scripts.put("closed after the request", answer("").then(RawConnection::close));
        scripts.put("closed in the status line", answer("HTTP/1.1 2").then(RawConnection::close));
        scripts.put(
                "closed in the headers", answer("HTTP/1.1 200 OK\r\nContent-").then(RawConnection::close));
        scripts.put(
                "reset in the headers", answer("HTTP/1.1 200 OK\r\nContent-").then(RawConnection::reset));
        scripts.put("body shorter than its length", answer(LONGER_THAN_SENT).then(RawConnection::close));
        scripts.put("reset in the body", answer(LONGER_THAN_SENT).then(RawConnection::reset));
        scripts.put("closed in a chunk", answer(CUT_CHUNK).then(RawConnection::close));
        scripts.put(
                "closed before the last chunk",
                answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")
                        .then(RawConnection::close));
        scripts.put("not HTTP at all", answer("{\"success\":true}\r\n\r\n").then(RawConnection::close));
        return scripts;
    }

    /** What arrives is not HTTP, and the connection stays open. */
    static Map<String, RawScript> garbled() {
        Map<String, RawScript> scripts = new LinkedHashMap<>();
        scripts.put(
                "chunk size that is none", answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"));
        scripts.put("length that is none", answer("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n{}"));
        scripts.put("status line of another protocol", answer("ICY 200 OK\r\n\r\n"));
        scripts.put("status that is none", answer("HTTP/1.1 OK\r\nContent-Length: 2\r\n\r\n{}"));
        scripts.put(
                "another line before the status",
                answer("ICY 200 OK\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
        scripts.put("the request again", repeat("", "\r\n\r\n"));
        scripts.put("the request as a header", repeat("HTTP/1.1 200 OK\r\n", "\r\n\r\n"));
        scripts.put("the request as a length", repeat("HTTP/1.1 200 OK\r\nContent-Length: ", "\r\n\r\n{}"));
        scripts.put(
                "the request as a chunk size", repeat("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "\r\n"));
        return scripts;
    }

    /** Sends back what was sent; an exception that repeats what arrived has then repeated the key. */
    private static RawScript repeat(String before, String behind) {
        return connection -> {
            byte[] body = connection.readRequest().body();
            connection.send(before);
            connection.send(body);
            connection.send(behind);
        };
    }
}
