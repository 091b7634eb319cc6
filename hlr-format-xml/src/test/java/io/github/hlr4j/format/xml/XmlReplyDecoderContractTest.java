package io.github.hlr4j.format.xml;

import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.spi.ReplyDecoder;
import io.github.hlr4j.testkit.contract.ReplyDecoderContract;

class XmlReplyDecoderContractTest extends ReplyDecoderContract {

    private static final ReplyDecoder DECODER = XmlFormat.create().replyDecoder();

    @Override
    protected ReplyDecoder decoder() {
        return DECODER;
    }

    @Override
    protected ReplyFormat format() {
        return ReplyFormat.XML;
    }
}
