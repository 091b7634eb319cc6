package io.github.hlr4j.it.wrong.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;

/**
 * Shows in its message what it could not read.
 *
 * @param right says what is wrong without values
 */
record RepeatsTheBody(ReplyDecoder right) implements ReplyDecoder {

    @Override
    public SubmissionReply decode(byte[] body) {
        try {
            return right.decode(body);
        } catch (MalformedBodyException e) {
            throw new MalformedBodyException("cannot read " + new String(body, ISO_8859_1));
        }
    }
}
