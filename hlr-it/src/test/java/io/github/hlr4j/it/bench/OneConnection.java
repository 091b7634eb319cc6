package io.github.hlr4j.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A keep-alive connection on which one request at a time is timed. */
final class OneConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final byte[] buffer = new byte[1024];

    OneConnection(InetSocketAddress address) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** From the first byte that leaves to the last of the answer. */
    long nanosOf(Post post) {
        try {
            long start = System.nanoTime();
            socket.getOutputStream().write(post.bytes());
            String head = head();
            long time = System.nanoTime() - start;
            if (!head.startsWith("HTTP/1.1 " + post.status() + " ")) {
                throw new IOException("not answered " + post.status() + " but:\n" + head);
            }
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() throws IOException {
        InputStream input = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        do {
            int read = input.read(buffer);
            if (read < 0) {
                throw new IOException("the connection ended after: " + head);
            }
            head.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        } while (head.indexOf("\r\n\r\n") < 0);
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
