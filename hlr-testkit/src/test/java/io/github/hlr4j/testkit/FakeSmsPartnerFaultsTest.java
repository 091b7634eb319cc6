package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;

import io.github.hlr4j.ApiErrorCode;
import io.github.hlr4j.InvalidInputException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FakeSmsPartnerExtension.class)
class FakeSmsPartnerFaultsTest {

    private static final String NUMBER = "+33639980001";

    private final FakeSmsPartner fake;
    private final Caller caller;

    FakeSmsPartnerFaultsTest(FakeSmsPartner fake) {
        this.fake = fake;
        this.caller = new Caller(fake);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE_AFTER_READING", "RESET_AFTER_READING"})
    void aLostReplyIsBilledOnceAndItsResultIsPosted(FaultKind kind) throws Exception {
        try (Receiver receiver = new Receiver()) {
            fake.failing(kind, 1);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> caller.submit(NUMBER, "notifyUrl", receiver.url()));

            assertThat(kind.isBilled()).isTrue();
            assertThat(fake).hasReceived(1).hasBilledOnce(Numbers.number(1));
            assertThat(receiver.next().form()).containsEntry("phone", NUMBER);
            fake.awaitNotifications(Duration.ofSeconds(20));
            assertThat(fake).hasDelivered(1);
        }
    }

    @Test
    void a503IsNotBilled() throws Exception {
        fake.failing(FaultKind.SERVICE_UNAVAILABLE, 1);

        assertThat(caller.submit(NUMBER).statusCode()).isEqualTo(503);

        assertThat(FaultKind.SERVICE_UNAVAILABLE.isBilled()).isFalse();
        assertThat(fake).hasReceived(1).hasBilledNothing();
        assertThat(fake.journal().submissions().get(0)).hasToString("NOT_TAKEN, 1 number, JSON, SERVICE_UNAVAILABLE");
    }

    @Test
    void faultsFollowOneAnotherAndThenAllIsWell() throws Exception {
        fake.failing(FaultKind.SERVICE_UNAVAILABLE, 2).failing(FaultKind.CLOSE_AFTER_READING, 1);

        assertThat(caller.submit(NUMBER).statusCode()).isEqualTo(503);
        assertThat(caller.submit(NUMBER).statusCode()).isEqualTo(503);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> caller.submit(NUMBER));
        assertThat(caller.submit(NUMBER).statusCode()).isEqualTo(200);
        assertThat(fake).hasReceived(4).hasBilled(Numbers.number(1), 2);
    }

    @Test
    void aLostRefusalIsNotBilled() {
        fake.failing(FaultKind.CLOSE_AFTER_READING, 1).refusing(ApiErrorCode.ACCOUNT_BLOCKED, 1);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> caller.submit(NUMBER));

        assertThat(fake).hasReceived(1).hasBilledNothing();
    }

    @Test
    void aPlanForNoRequestIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fake.failing(FaultKind.CLOSE_AFTER_READING, 0));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> fake.refusing(ApiErrorCode.UNKNOWN, 1));
    }
}
