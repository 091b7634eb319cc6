package io.github.hlr4j.testkit.socket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The server's end of a connection, for a {@link RawScript} to read from, write to and break.
 *
 * <p>Used by one thread at a time. A method that meets the end of the connection throws {@link IOException}.
 */
public final class RawConnection {

    private static final int FIRST_BYTE_OF_TLS = 22;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;
    private final PushbackInputStream in;
    private final RawHttpServer server;
    private boolean insideRequest;

    RawConnection(Socket socket, RawHttpServer server) throws IOException {
        this.socket = socket;
        this.in = new PushbackInputStream(socket.getInputStream());
        this.server = server;
    }

    /**
     * Reads a request to the last byte of its body.
     *
     * @return what arrived
     * @throws IOException if it does not arrive whole
     */
    public ReceivedRequest readRequest() throws IOException {
        ReceivedRequest head = ReceivedRequest.ofHead(readHead());
        int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
        ReceivedRequest request = head.withBody(readBytes(length));
        insideRequest = false;
        server.received(request);
        return request;
    }

    /**
     * Reads the head of a request and leaves its body.
     *
     * @return the lines of the head, without the blank line that ends it
     * @throws IOException if it does not arrive whole
     */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
            head.append((char) read());
        }
        return head.substring(0, head.length() - END_OF_HEAD.length());
    }

    /**
     * Reads a number of bytes, of whatever they are part.
     *
     * @param count how many
     * @return exactly so many bytes
     * @throws IOException if fewer arrive
     */
    public byte[] readBytes(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(count);
        while (bytes.size() < count) {
            bytes.write(read());
        }
        return bytes.toByteArray();
    }

    /**
     * Sends text at once.
     *
     * @param text each char is one byte
     * @throws IOException if the client has gone
     */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Sends bytes at once.
     *
     * @param bytes what to send
     * @throws IOException if the client has gone
     */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /**
     * Sends text byte by byte, until it ends, the client has gone or the server is closed.
     *
     * @param text each char is one byte
     * @param pause how long to wait before each byte
     * @throws IOException if the client has gone or the server is closed
     */
    public void drip(String text, Duration pause) throws IOException {
        for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
            server.pause(pause);
            sendUntilHangUp(new byte[] {one});
        }
    }

    /**
     * Sends the same text over and over, until the client has gone or the server is closed.
     *
     * @param text each char is one byte
     * @throws IOException always, in the end
     */
    public void repeat(String text) throws IOException {
        while (true) {
            repeat(text, Integer.MAX_VALUE);
        }
    }

    /**
     * Sends the same text so many times, until the client has gone or the server is closed.
     *
     * @param text each char is one byte
     * @param times how many times
     * @throws IOException if the client has gone or the server is closed
     */
    public void repeat(String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < times; i++) {
            sendUntilHangUp(bytes);
        }
    }

    /**
     * Sends nothing more, until the client hangs up or the server is closed. What still arrives is counted.
     *
     * @throws IOException always, in the end
     */
    public void hang() throws IOException {
        while (true) {
            read();
        }
    }

    /**
     * Closes the connection, after the bytes that were sent.
     *
     * @throws IOException if that fails
     */
    public void close() throws IOException {
        socket.close();
    }

    /**
     * Breaks the connection at once with a TCP reset; bytes that were sent may be lost.
     *
     * @throws IOException if that fails
     */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    /** Waits for another byte without taking it; false where the client hung up instead. */
    boolean awaitRequest() throws IOException {
        try {
            in.unread(read());
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private int read() throws IOException {
        int next = readUntilHangUp();
        if (!insideRequest) {
            insideRequest = true;
            if (next != FIRST_BYTE_OF_TLS) {
                server.requestBegan();
            }
        }
        return next;
    }

    private int readUntilHangUp() throws IOException {
        try {
            int next = in.read();
            if (next >= 0) {
                return next;
            }
        } catch (IOException e) {
            server.clientHungUp();
            throw e;
        }
        server.clientHungUp();
        throw new EOFException("the client hung up");
    }

    private void sendUntilHangUp(byte[] bytes) throws IOException {
        try {
            send(bytes);
        } catch (IOException e) {
            server.clientHungUp();
            throw e;
        }
    }
}
