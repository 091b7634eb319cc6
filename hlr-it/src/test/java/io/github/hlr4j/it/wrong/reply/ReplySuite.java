package io.github.hlr4j.it.wrong.reply;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.it.wrong.GivenSuite;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.testkit.contract.ReplyDecoderContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of decoders of replies on any decoder. */
@ExtendWith(GivenSuite.class)
final class ReplySuite extends ReplyDecoderContract {

    private final ReplyFormat format;
    private final ReplyDecoder decoder;

    ReplySuite(ReplyFormat format, ReplyDecoder decoder) {
        this.format = format;
        this.decoder = decoder;
    }

    @Override
    protected ReplyDecoder decoder() {
        return decoder;
    }

    @Override
    protected ReplyFormat format() {
        return format;
    }
}
