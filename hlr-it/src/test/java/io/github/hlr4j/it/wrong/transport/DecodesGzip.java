package io.github.hlr4j.it.wrong.transport;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Unpacks a reply that it did not ask to be packed, to whatever size. */
final class DecodesGzip implements Flaw {

    @Override
    public HttpReply answered(HttpTransport right, HttpPost post, HttpReply reply) {
        if (reply.header("Content-Encoding").isEmpty()) {
            return reply;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return new HttpReply(reply.status(), Map.of(), unpacked.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
