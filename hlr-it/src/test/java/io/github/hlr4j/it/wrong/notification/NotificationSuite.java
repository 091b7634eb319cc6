package io.github.hlr4j.it.wrong.notification;

import io.github.hlr4j.it.wrong.GivenSuite;
import io.github.hlr4j.spi.NotificationDecoder;
import io.github.hlr4j.testkit.contract.NotificationDecoderContract;
import io.github.hlr4j.testkit.contract.NotificationEncoding;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of decoders of notifications on any decoder. */
@ExtendWith(GivenSuite.class)
final class NotificationSuite extends NotificationDecoderContract {

    private final NotificationEncoding encoding;
    private final NotificationDecoder decoder;

    NotificationSuite(NotificationEncoding encoding, NotificationDecoder decoder) {
        this.encoding = encoding;
        this.decoder = decoder;
    }

    @Override
    protected NotificationDecoder decoder() {
        return decoder;
    }

    @Override
    protected NotificationEncoding encoding() {
        return encoding;
    }
}
