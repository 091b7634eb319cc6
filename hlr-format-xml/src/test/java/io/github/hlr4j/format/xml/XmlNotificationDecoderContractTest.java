package io.github.hlr4j.format.xml;

import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.testkit.contract.NotificationDecoderContract;
import io.github.hlr4j.testkit.contract.NotificationEncoding;

class XmlNotificationDecoderContractTest extends NotificationDecoderContract {

    private static final NotificationDecoder DECODER = XmlFormat.create().notificationDecoder();

    @Override
    protected NotificationDecoder decoder() {
        return DECODER;
    }

    @Override
    protected NotificationEncoding encoding() {
        return NotificationEncoding.XML;
    }
}
