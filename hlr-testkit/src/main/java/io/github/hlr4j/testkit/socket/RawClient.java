package io.github.hlr4j.testkit.socket;

import io.github.hlr4j.HlrException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The client's end of a connection: it says exactly what a test wants to be said, and no more.
 *
 * <pre>{@code
 * try (RawClient client = RawClient.connect(address)) {
 *     client.head("POST", address.getRawPath(), RawClient.FORM, "Content-Length: 100").send("phone=");
 *     assertThat(client.status()).isEqualTo(408);   // the rest never came
 * }
 * }</pre>
 *
 * <p>Whatever it waits for has 20 seconds to come. Used by one thread at a time. A method that meets the end of the
 * connection, or waits in vain, throws {@link HlrException}.
 */
public final class RawClient implements AutoCloseable {

    /** The header of a form. */
    public static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final String host;
    private final Socket socket;
    private final PushbackInputStream in;

    private RawClient(String host, Socket socket) throws IOException {
        this.host = host;
        this.socket = socket;
        this.in = new PushbackInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    /**
     * Connects to a server.
     *
     * @param address an http address with a port; its path does not matter
     * @return a new connection, on which nothing was sent
     */
    public static RawClient connect(URI address) {
        try {
            return new RawClient(address.getRawAuthority(), new Socket(address.getHost(), address.getPort()));
        } catch (IOException e) {
            throw new HlrException("No connection is made to " + address.getRawAuthority(), e);
        }
    }

    /**
     * Sends a form with its length.
     *
     * @param target path and query as they are sent
     * @param body each char is one byte
     * @return this client
     */
    public RawClient post(String target, String body) {
        return request("POST", target, body, FORM, "Content-Length: " + body.length());
    }

    /**
     * Sends the head of a request, with the header {@code Host} and without a body.
     *
     * @param method the method, whatever it is
     * @param target path and query as they are sent
     * @param headers whole lines without their end, for example {@code Content-Length: 0}
     * @return this client
     */
    public RawClient head(String method, String target, String... headers) {
        return request(method, target, "", headers);
    }

    /**
     * Sends the head of a request, with the header {@code Host}, and as much of a body as is given.
     *
     * @param method the method, whatever it is
     * @param target path and query as they are sent
     * @param body each char is one byte; no header announces it but those given
     * @param headers whole lines without their end
     * @return this client
     */
    public RawClient request(String method, String target, String body, String... headers) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return send(text.append("\r\n").append(body).toString());
    }

    /**
     * Sends text at once.
     *
     * @param text each char is one byte
     * @return this client
     */
    public RawClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new HlrException("The server takes nothing more", e);
        }
    }

    /**
     * Says that nothing more is sent, and still hears what comes back.
     *
     * @return this client
     */
    public RawClient endSending() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new HlrException("The connection is gone", e);
        }
    }

    /**
     * Waits for the head of an answer; an interim one such as {@code 100 Continue} counts.
     *
     * @return status line and headers, each with its end, and the blank line
     */
    public String answer() {
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new HlrException("The connection ended after: " + head);
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException e) {
            throw new HlrException("No whole answer came, only: " + head, e);
        }
    }

    /**
     * Waits for the head of an answer.
     *
     * @return its status
     */
    public int status() {
        return Integer.parseInt(answer().split(" ", 3)[1]);
    }

    /**
     * Waits until the server closes or resets the connection.
     *
     * @return everything that arrived before, each char is one byte; empty where the server merely hung up
     */
    public String rest() {
        StringBuilder rest = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                rest.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw new HlrException("The server does not end the connection, it sent: " + rest, e);
        } catch (IOException e) {
            // A reset is an end as well.
        }
        return rest.toString();
    }

    /**
     * Listens for a while.
     *
     * @param time how long, in whole milliseconds, at least one
     * @return true if nothing arrives and the connection stays open
     */
    public boolean staysSilent(Duration time) {
        try {
            socket.setSoTimeout((int) time.toMillis());
            return isNothingRead();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNothingRead() throws IOException {
        try {
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new HlrException("The connection could not be closed", e);
        }
    }
}
