package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;

/**
 * Leaves the exception as it came.
 *
 * @param right throws what is expected
 */
record ThrowsItsParsersException(ReplyDecoder right) implements ReplyDecoder {

    @Override
    public SubmissionReply decode(byte[] body) {
        try {
            return right.decode(body);
        } catch (MalformedBodyException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }
}
