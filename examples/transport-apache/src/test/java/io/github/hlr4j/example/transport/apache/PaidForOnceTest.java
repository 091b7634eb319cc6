package io.github.hlr4j.example.transport.apache;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FaultKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an application sees: it names no transport, because this one is on the class path. */
final class PaidForOnceTest {

    @AutoClose
    private final FakeSmsPartner fake = FakeSmsPartner.start();

    @AutoClose
    private final HlrClient hlr =
            HlrClient.builder(fake.key()).baseUrl(fake.baseUrl()).build();

    private final PhoneNumber number = PhoneNumber.parse("+33639980001");

    @Test
    void aNumberIsAcceptedAndBilledOnce() {
        assertThat(hlr.submit(VerificationRequest.of(number))).isAcceptedFor(1);
        assertThat(fake).hasReceived(1).hasBilledOnce(number);
    }

    @Test
    void aNumberWhoseReplyIsLostIsUnconfirmedAndBilledOnce() {
        fake.failing(FaultKind.CLOSE_AFTER_READING, 1);
        assertThat(hlr.submit(VerificationRequest.of(number))).isUnconfirmed();
        assertThat(fake).hasReceived(1).hasBilledOnce(number);
    }
}
