package io.github.hlr4j.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.hlr4j.testkit.socket.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A status, headers and a body; how all of it is written to a connection. */
final class HttpAnswer {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final int status;
    private final List<String> headers;
    private final byte[] body;

    private HttpAnswer(int status, List<String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer without a body; each header is a line without its end, for example {@code Allow: POST}. */
    static HttpAnswer empty(int status, String... headers) {
        return new HttpAnswer(status, List.of(headers), new byte[0]);
    }

    static HttpAnswer of(int status, String contentType, String body) {
        return new HttpAnswer(status, List.of("Content-Type: " + contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    HttpAnswer withHeader(String header) {
        return new HttpAnswer(
                status, Stream.concat(headers.stream(), Stream.of(header)).toList(), body);
    }

    HttpAnswer withBody(byte[] newBody) {
        return new HttpAnswer(status, headers, newBody);
    }

    byte[] body() {
        return body;
    }

    /** The body with each byte as one char. */
    String bodyText() {
        return new String(body, ISO_8859_1);
    }

    void sendTo(RawConnection connection) throws IOException {
        connection.send(head(lengthHeader(body.length)) + bodyText());
    }

    /** Status line, headers and the blank line that ends them; the framing stands for Content-Length. */
    String head(String framing) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(status == OK ? " OK\r\n" : " \r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append(framing).append("\r\n").toString();
    }

    String lengthHeader(int length) {
        return status == NO_CONTENT ? "" : "Content-Length: " + length + "\r\n";
    }
}
