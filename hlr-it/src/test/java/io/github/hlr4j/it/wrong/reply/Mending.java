package io.github.hlr4j.it.wrong.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.spi.SubmissionReply;
import java.util.function.UnaryOperator;

/**
 * Mends a body until the right decoder takes it.
 *
 * @param right reads what was mended
 * @param mend gives the body as it is supposed to be meant; each char is one byte
 */
record Mending(ReplyDecoder right, UnaryOperator<String> mend) implements ReplyDecoder {

    @Override
    public SubmissionReply decode(byte[] body) {
        return right.decode(mend.apply(new String(body, ISO_8859_1)).getBytes(ISO_8859_1));
    }
}
