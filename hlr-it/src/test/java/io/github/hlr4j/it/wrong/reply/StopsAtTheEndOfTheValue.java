package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.spi.MalformedBodyException;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.Arrays;

/**
 * Reads the first JSON object and does not look behind it.
 *
 * @param right reads the object alone
 */
record StopsAtTheEndOfTheValue(ReplyDecoder right) implements ReplyDecoder {

    @Override
    public SubmissionReply decode(byte[] body) {
        for (int end = 1; end < body.length; end++) {
            if (body[end - 1] == '}') {
                try {
                    return right.decode(Arrays.copyOf(body, end));
                } catch (MalformedBodyException e) {
                    // Not a whole object yet.
                }
            }
        }
        return right.decode(body);
    }
}
