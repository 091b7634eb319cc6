package io.github.hlr4j.callback.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection that says exactly what a test wants to be said, and no more. */
final class RawConnection implements AutoCloseable {

    static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    static RawConnection to(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RawConnection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request line for the path of an address, the header Host, and other headers, each ended by CR LF. */
    RawConnection head(String method, URI address, String headers) {
        return send(headText(method, address, headers));
    }

    RawConnection post(URI address, String body) {
        String headers = FORM + "Content-Length: " + body.length() + "\r\n";
        return send(headText("POST", address, headers) + body);
    }

    private static String headText(String method, URI address, String headers) {
        return method + " " + address.getRawPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
    }

    RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status line and headers; no answer of ours has a body. */
    String answer() {
        try {
            StringBuilder head = new StringBuilder();
            InputStream input = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = input.read();
                if (next < 0) {
                    throw new IOException("the connection ended after: " + head);
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What arrives until the server closes its side. */
    String everything() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return Integer.parseInt(answer().split(" ", 3)[1]);
    }

    /** Whether the server sends nothing more and has closed its side. */
    boolean isClosedByServer() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
