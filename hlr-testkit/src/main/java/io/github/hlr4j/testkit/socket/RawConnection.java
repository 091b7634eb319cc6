package io.github.hlr4j.testkit.socket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The server's end of a connection, for a {@link RawScript} to read from, write to and break.
 *
 * <p>Used by one thread at a time. A method that meets the end of the connection throws {@link IOException}.
 */
public final class RawConnection {

    private static final int FIRST_BYTE_OF_TLS = 22;
    private static final String LINE_END = "\r\n";
    private static final int MAX_HEAD = 64 * 1024;

    private final Socket socket;
    private final PushbackInputStream in;
    private final Traffic traffic;
    private boolean insideRequest;

    RawConnection(Socket socket, Traffic traffic) throws IOException {
        this.socket = socket;
        this.in = new PushbackInputStream(socket.getInputStream());
        this.traffic = traffic;
    }

    /**
     * Takes a connection that some other server than {@link RawHttpServer} has accepted.
     *
     * @param socket the connection
     * @return its server's end
     * @throws IOException if it has ended
     */
    public static RawConnection of(Socket socket) throws IOException {
        return new RawConnection(socket, Traffic.UNWATCHED);
    }

    /**
     * Reads a request to the last byte of its body, chunked bodies and bodies that wait for {@code 100 Continue} included.
     *
     * @return what arrived
     * @throws MalformedRequestException if what arrives is not HTTP/1, or too large
     * @throws IOException if it does not arrive whole
     */
    public ReceivedRequest readRequest() throws IOException {
        ReceivedRequest head = ReceivedRequest.ofHead(readHead());
        ReceivedRequest request = head.withBody(new RequestBodyReader(this).read(head));
        insideRequest = false;
        traffic.received(request);
        return request;
    }

    /**
     * Reads the head of a request and leaves its body.
     *
     * @return the lines of the head, without the blank line that ends it
     * @throws MalformedRequestException if it is longer than 64 KiB
     * @throws IOException if it does not arrive whole
     */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        requireText();
        String line = readLine();
        if (line.isEmpty()) {
            line = readLine();
        }
        while (!line.isEmpty()) {
            head.append(line).append(LINE_END);
            if (head.length() > MAX_HEAD) {
                throw new MalformedRequestException(431, "the head of a request is longer than 64 KiB");
            }
            line = readLine();
        }
        if (head.isEmpty()) {
            throw new MalformedRequestException(400, "blank lines instead of a request");
        }
        return head.substring(0, head.length() - LINE_END.length());
    }

    /** Whoever speaks TLS to this port waits for an answer before a line ever ends. */
    private void requireText() throws IOException {
        int first = read();
        if (first > '~' || (first < ' ' && first != '\r' && first != '\n')) {
            throw new MalformedRequestException(400, "what arrives is not HTTP");
        }
        in.unread(first);
    }

    /** Reads a line up to its end, which is LF or CR LF. */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            line.append((char) next);
            if (line.length() > MAX_HEAD) {
                throw new MalformedRequestException(431, "a line of a request is longer than 64 KiB");
            }
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    /**
     * Reads a number of bytes, of whatever they are part.
     *
     * @param count how many
     * @return exactly so many bytes
     * @throws IOException if fewer arrive
     */
    public byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int filled = 0;
        while (filled < count) {
            filled += read(bytes, filled);
        }
        return bytes;
    }

    /** Reads as many bytes as there are room and at most as many as have arrived, one at least. */
    private int read(byte[] bytes, int filled) throws IOException {
        bytes[filled] = (byte) read();
        int more = Math.min(in.available(), bytes.length - filled - 1);
        return 1 + Math.max(0, more > 0 ? in.read(bytes, filled + 1, more) : 0);
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
            pause(pause);
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

    /**
     * Whether this side has left the connection open.
     *
     * @return false after {@link #close()} or {@link #reset()}
     */
    public boolean isOpen() {
        return !socket.isClosed();
    }

    /**
     * Waits for the first byte of another request without taking it.
     *
     * @return false where the client hung up instead
     * @throws IOException if the connection breaks
     */
    public boolean awaitRequest() throws IOException {
        try {
            in.unread(read());
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("the server is closed").initCause(e);
        }
    }

    private int read() throws IOException {
        int next = readUntilHangUp();
        if (!insideRequest) {
            insideRequest = true;
            if (next != FIRST_BYTE_OF_TLS) {
                traffic.requestBegan();
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
            traffic.clientHungUp();
            throw e;
        }
        traffic.clientHungUp();
        throw new EOFException("the client hung up");
    }

    private void sendUntilHangUp(byte[] bytes) throws IOException {
        try {
            send(bytes);
        } catch (IOException e) {
            traffic.clientHungUp();
            throw e;
        }
    }
}
