package io.github.hlr4j.it.bench;

import java.nio.charset.StandardCharsets;

/** The bytes of a request, head and body, and the status that it deserves. */
final class Post {

    private final byte[] bytes;
    private final int status;

    private Post(byte[] bytes, int status) {
        this.bytes = bytes;
        this.status = status;
    }

    byte[] bytes() {
        return bytes;
    }

    int status() {
        return status;
    }

    /**
     * A form with its whole body.
     *
     * @param path where the servlet is mapped
     * @param token the last segment of the path; the one before tells a floor how to answer
     */
    static Post of(String path, String token, String body, int status) {
        return announcing(path, token, body.length(), body, status);
    }

    /** A form of which only a part is sent. */
    static Post announcing(String path, String token, int length, String sent, int status) {
        String text = "POST " + path + status + "/" + token + " HTTP/1.1\r\n"
                + "Host: 127.0.0.1\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + sent;
        return new Post(text.getBytes(StandardCharsets.ISO_8859_1), status);
    }
}
