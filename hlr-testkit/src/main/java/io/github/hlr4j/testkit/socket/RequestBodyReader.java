package io.github.hlr4j.testkit.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Reads the body of a request, whether its length is announced or it comes in chunks (RFC 9112, section 6).
 *
 * <p>A body that is too large is read and dropped as far as that is sane, so that the client lives to see the answer.
 */
final class RequestBodyReader {

    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final long MAX_DROPPED_BYTES = 64L * 1024 * 1024;
    private static final int BLOCK = 64 * 1024;
    private static final int MAX_TRAILERS = 100;
    private static final int MAX_DIGITS = 15;
    private static final int HEX = 16;

    private final RawConnection connection;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long length;

    RequestBodyReader(RawConnection connection) {
        this.connection = connection;
    }

    byte[] read(ReceivedRequest head) throws IOException {
        boolean chunked = isChunked(head);
        long announced = announced(head, chunked);
        if (head.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            connection.send("HTTP/1.1 100 Continue\r\n\r\n");
        }
        if (chunked) {
            readChunks();
        } else {
            take(announced);
        }
        if (length > MAX_BYTES) {
            throw new MalformedRequestException(413, "the body of a request is larger than 4 MiB");
        }
        return body.toByteArray();
    }

    private static boolean isChunked(ReceivedRequest head) throws MalformedRequestException {
        List<String> codings = head.headers("Transfer-Encoding");
        if (head.hasMalformedHeader() || codings.size() > 1) {
            throw new MalformedRequestException(400, "a header cannot be read");
        }
        if (!codings.isEmpty() && !codings.get(0).equalsIgnoreCase("chunked")) {
            throw new MalformedRequestException(400, "a coding other than chunked");
        }
        return !codings.isEmpty();
    }

    private static long announced(ReceivedRequest head, boolean chunked) throws MalformedRequestException {
        Set<String> lengths = Set.copyOf(head.headers("Content-Length"));
        if (lengths.size() > 1 || (chunked && !lengths.isEmpty())) {
            throw new MalformedRequestException(400, "two lengths of one body");
        }
        return lengths.isEmpty() ? 0 : number(lengths.iterator().next(), 10);
    }

    private void readChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            take(size);
            if (!connection.readLine().isEmpty()) {
                throw new MalformedRequestException(400, "a chunk is longer than its size");
            }
        }
        int trailers = 0;
        while (!connection.readLine().isEmpty()) {
            trailers++;
            if (trailers > MAX_TRAILERS) {
                throw new MalformedRequestException(431, "a body with more than 100 trailers");
            }
        }
    }

    private long chunkSize() throws IOException {
        return number(connection.readLine().split(";", 2)[0].strip(), HEX);
    }

    private void take(long count) throws IOException {
        if (length + count > MAX_DROPPED_BYTES) {
            throw new MalformedRequestException(413, "the body of a request is larger than 64 MiB");
        }
        for (long left = count; left > 0; left -= Math.min(left, BLOCK)) {
            byte[] block = connection.readBytes((int) Math.min(left, BLOCK));
            length += block.length;
            if (length <= MAX_BYTES) {
                body.writeBytes(block);
            }
        }
    }

    private static long number(String text, int radix) throws MalformedRequestException {
        try {
            if (text.isEmpty() || text.length() > MAX_DIGITS || !Character.isLetterOrDigit(text.charAt(0))) {
                throw new NumberFormatException(text);
            }
            return Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            throw new MalformedRequestException(400, "a length is not a number");
        }
    }
}
