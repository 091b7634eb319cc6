package io.github.hlr4j.it;

import io.github.hlr4j.callback.FormNotificationDecoder;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.testkit.contract.NotificationDecoderContract;
import io.github.hlr4j.testkit.contract.NotificationEncoding;

/** The form decoder of hlr-core, which cannot depend on its contract itself. */
class FormNotificationDecoderContractTest extends NotificationDecoderContract {

    @Override
    protected NotificationDecoder decoder() {
        return new FormNotificationDecoder();
    }

    @Override
    protected NotificationEncoding encoding() {
        return NotificationEncoding.FORM;
    }
}
