package io.github.hlr4j.it.wrong.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;

/**
 * Tries another encoding where the right one fails.
 *
 * @param right reads what it can
 */
record FallsBackToLatin1(ReplyDecoder right) implements ReplyDecoder {

    @Override
    public SubmissionReply decode(byte[] body) {
        try {
            return right.decode(body);
        } catch (MalformedBodyException e) {
            return right.decode(new String(body, ISO_8859_1).getBytes(UTF_8));
        }
    }
}
