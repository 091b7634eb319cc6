package io.github.hlr4j.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The least that answers a POST over HTTP/1.1: always the reply of the service's page, on connections that stay open. */
final class FixedServer {

    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = answer();

    private FixedServer() {}

    /** Prints its port, and ends when its standard input does. */
    public static void main(String... args) throws IOException {
        ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon(() -> accept(server));
        System.out.println(server.getLocalPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            System.err.println("accepting ended: " + e);
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            for (int length = readHead(in); length >= 0; length = readHead(in)) {
                in.skipNBytes(length);
                socket.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    /** The length of the body that follows, or -1 where the connection ended. */
    private static int readHead(InputStream in) throws IOException {
        int length = 0;
        int matched = 0;
        int lineLength = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                if (lineLength == 0) {
                    return length;
                }
                lineLength = 0;
                matched = 0;
            } else if (c != '\r') {
                if (matched == CONTENT_LENGTH.length && c >= '0' && c <= '9') {
                    length = length * 10 + c - '0';
                } else if (lineLength == matched
                        && matched < CONTENT_LENGTH.length
                        && Character.toLowerCase(c) == CONTENT_LENGTH[matched]) {
                    matched++;
                }
                lineLength++;
            }
        }
        return -1;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] answer() {
        byte[] body = Bodies.JSON_REPLY;
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, answer, head.length, body.length);
        return answer;
    }
}
