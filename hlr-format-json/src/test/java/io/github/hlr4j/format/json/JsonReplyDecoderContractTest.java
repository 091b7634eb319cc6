package io.github.hlr4j.format.json;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.testkit.contract.ReplyDecoderContract;

class JsonReplyDecoderContractTest extends ReplyDecoderContract {

    private static final ReplyDecoder DECODER = JsonFormat.create().replyDecoder();

    @Override
    protected ReplyDecoder decoder() {
        return DECODER;
    }

    @Override
    protected ReplyFormat format() {
        return ReplyFormat.JSON;
    }
}
