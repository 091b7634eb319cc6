package io.github.hlr4j.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;

/** A connection to a fake, seen byte by byte. */
final class WireCaller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOMENT_MILLIS = 20;

    private final Socket socket;
    private Ending ending = Ending.OPEN;

    private WireCaller(Socket socket) {
        this.socket = socket;
    }

    static WireCaller to(FakeSmsPartner fake) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), fake.baseUrl().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new WireCaller(socket);
    }

    /** How a connection looks when nothing more arrives. */
    enum Ending {
        OPEN,
        CLOSED,
        RESET
    }

    WireCaller post(String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("POST /v1/hlr/notify HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        byte[] bytes = body.getBytes(UTF_8);
        return send(head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n") + body);
    }

    WireCaller send(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(UTF_8));
        } catch (IOException e) {
            ending = Ending.RESET;
        }
        return this;
    }

    /** What arrives until it is what is wanted, or nothing more comes. */
    String answer(String wanted) throws IOException {
        Pattern pattern = Pattern.compile(wanted, Pattern.DOTALL);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!pattern.matcher(answer.toString(ISO_8859_1)).matches()) {
            int next = read();
            if (next < 0) {
                break;
            }
            answer.write(next);
        }
        return answer.toString(ISO_8859_1);
    }

    /** One reply as long as its Content-Length says. */
    String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        while (reply.indexOf("\r\n\r\n") < 0) {
            reply.append((char) read());
        }
        int length = Integer.parseInt(reply.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        for (int i = 0; i < length; i++) {
            reply.append((char) read());
        }
        return reply.toString();
    }

    /** How the connection ends; one that is expected to stay open is watched for a moment. */
    Ending ending(Ending expected) throws IOException {
        socket.setSoTimeout(expected == Ending.OPEN ? MOMENT_MILLIS : PATIENCE_MILLIS);
        while (read() >= 0 && expected != Ending.OPEN) {
            Thread.onSpinWait();
        }
        return ending;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int read() throws IOException {
        try {
            int next = socket.getInputStream().read();
            if (next < 0 && ending == Ending.OPEN) {
                ending = Ending.CLOSED;
            }
            return next;
        } catch (SocketTimeoutException e) {
            return -1;
        } catch (IOException e) {
            ending = Ending.RESET;
            return -1;
        }
    }
}
