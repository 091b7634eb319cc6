package io.github.hlr4j.testkit;

import io.github.hlr4j.testkit.socket.RawConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What a fault does to a connection, at the moment when it strikes. */
final class FaultScript {

    private static final Duration DRIP = Duration.ofMillis(50);
    private static final int DRIPS = 60_000;
    private static final String FLOOD = "x".repeat(1000);
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Please come back later</h1></body></html>";

    private FaultScript() {}

    /** Breaks off before the request is read. */
    static void reading(FaultKind kind, RawConnection connection) throws IOException {
        switch (kind) {
            case CLOSE_BEFORE_READING -> connection.close();
            case RESET_BEFORE_READING -> connection.reset();
            case CLOSE_WHILE_READING -> {
                connection.readHead();
                connection.close();
            }
            case RESET_WHILE_READING -> {
                connection.readHead();
                connection.reset();
            }
            case STALL_WHILE_READING -> {
                connection.readHead();
                connection.hang();
            }
            default -> throw new IllegalArgumentException(kind.name());
        }
    }

    /** Answers a request that nobody has looked at. */
    static HttpAnswer instead(FaultKind kind, int port) {
        return switch (kind) {
            case REDIRECT_TO_SAME_HOST -> HttpAnswer.empty(307, "Location: " + SmsPartnerHttp.PATH);
            case REDIRECT_TO_OTHER_HOST ->
                HttpAnswer.empty(307, "Location: http://localhost:" + port + "/elsewhere" + SmsPartnerHttp.PATH);
            case PAGE_WITH_404 -> page(404);
            case REQUEST_TIMEOUT -> HttpAnswer.empty(408);
            case MISDIRECTED -> HttpAnswer.empty(421);
            case TOO_EARLY -> HttpAnswer.empty(425);
            case THROTTLE -> HttpAnswer.empty(429);
            case THROTTLE_FOR_SECONDS -> HttpAnswer.empty(429, "Retry-After: 7");
            case THROTTLE_UNTIL_A_DATE -> HttpAnswer.empty(429, "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT");
            case THROTTLE_FOR_LESS_THAN_NOTHING -> HttpAnswer.empty(429, "Retry-After: -1");
            case THROTTLE_FOR_AGES -> HttpAnswer.empty(429, "Retry-After: 99999999999999999999");
            case THROTTLE_FOR_NOBODY_KNOWS -> HttpAnswer.empty(429, "Retry-After: soon");
            case INTERNAL_ERROR -> page(500);
            case BAD_GATEWAY -> page(502);
            case SERVICE_UNAVAILABLE -> HttpAnswer.empty(503);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Spoils the reply to a request with which the service is done. */
    static void replying(FaultKind kind, HttpAnswer reply, RawConnection connection) throws IOException {
        int length = reply.body().length;
        String head = reply.head(reply.lengthHeader(length));
        String half = reply.bodyText().substring(0, length / 2);
        switch (kind) {
            case CLOSE_AFTER_READING -> connection.close();
            case RESET_AFTER_READING -> connection.reset();
            case STALL_AFTER_READING -> connection.hang();
            case CLOSE_IN_STATUS_LINE -> sendAndClose("HTTP/1.1 2", connection);
            case CLOSE_IN_HEADERS -> sendAndClose(head.substring(0, head.length() / 2), connection);
            case CLOSE_IN_BODY -> sendAndClose(head + half, connection);
            case RESET_IN_BODY -> {
                connection.send(head + half);
                connection.reset();
            }
            case FLOOD_WITH_INTERIM_REPLIES -> connection.repeat("HTTP/1.1 102 Processing\r\n\r\n");
            case DRIP_HEADERS -> {
                connection.send("HTTP/1.1 200 \r\nX-Drip: ");
                connection.drip("x".repeat(DRIPS), DRIP);
            }
            case DRIP_BODY -> {
                connection.send(reply.head(reply.lengthHeader(DRIPS)));
                connection.drip(" ".repeat(DRIPS), DRIP);
            }
            case FLOOD_WITH_HEADERS -> {
                connection.send("HTTP/1.1 200 \r\n");
                connection.repeat("X-Flood: " + FLOOD + "\r\n");
            }
            case ENDLESS_BODY -> {
                connection.send(reply.head(CHUNKED));
                connection.repeat(chunk(FLOOD));
            }
            case GARBAGE -> sendAndClose("220 this is another protocol\r\n\r\n", connection);
            case LENGTH_TOO_SHORT -> connection.send(reply.head(reply.lengthHeader(length / 2)) + reply.bodyText());
            case BAD_CHUNK -> connection.send(reply.head(CHUNKED) + "zz\r\n" + reply.bodyText() + "\r\n0\r\n\r\n");
            case MISSING_LAST_CHUNK -> sendAndClose(reply.head(CHUNKED) + chunk(reply.bodyText()), connection);
            case UNASKED_GZIP -> gzipped(reply).sendTo(connection);
            case HALF_A_BODY ->
                reply.withBody(Arrays.copyOf(reply.body(), length / 2)).sendTo(connection);
            case PAGE_WITH_200 -> page(200).sendTo(connection);
            case EMPTY_200 -> HttpAnswer.empty(200).sendTo(connection);
            case NO_CONTENT -> HttpAnswer.empty(204).sendTo(connection);
            case INTERNAL_ERROR_AFTER_BILLING -> page(500).sendTo(connection);
            case GATEWAY_TIMEOUT -> page(504).sendTo(connection);
            case CONTRADICTION, NO_CAMPAIGN, WRONG_NUMBER, WRONG_COST -> reply.sendTo(connection);
            default -> throw new IllegalArgumentException(kind.name());
        }
    }

    private static void sendAndClose(String text, RawConnection connection) throws IOException {
        connection.send(text);
        connection.close();
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static HttpAnswer page(int status) {
        return HttpAnswer.of(status, "text/html", PAGE);
    }

    private static HttpAnswer gzipped(HttpAnswer reply) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.withHeader("Content-Encoding: gzip").withBody(compressed.toByteArray());
    }
}
