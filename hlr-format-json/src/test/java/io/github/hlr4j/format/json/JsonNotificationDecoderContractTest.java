package io.github.hlr4j.format.json;

import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.testkit.contract.NotificationDecoderContract;
import io.github.hlr4j.testkit.contract.NotificationEncoding;

class JsonNotificationDecoderContractTest extends NotificationDecoderContract {

    private static final NotificationDecoder DECODER = JsonFormat.create().notificationDecoder();

    @Override
    protected NotificationDecoder decoder() {
        return DECODER;
    }

    @Override
    protected NotificationEncoding encoding() {
        return NotificationEncoding.JSON;
    }
}
