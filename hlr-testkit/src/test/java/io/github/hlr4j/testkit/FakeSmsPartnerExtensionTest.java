package io.github.hlr4j.testkit;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;
import static io.github.hlr4j.testkit.HlrAssertions.assertThatExceptionOfType;

import io.github.hlr4j.HlrException;
import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeSmsPartnerExtensionTest {

    private static final String NUMBER = "+33639980000";

    @Test
    void outsideATestThereIsNoServer() {
        assertThatExceptionOfType(HlrException.class)
                .isThrownBy(() -> new FakeSmsPartnerExtension().fake())
                .withMessageContaining("@RegisterExtension");
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class As_a_static_field {

        @RegisterExtension
        static final FakeSmsPartnerExtension SERVER = new FakeSmsPartnerExtension();

        private URI first;

        @Test
        @Order(1)
        void oneServerServesTheClass(FakeSmsPartner injected) throws Exception {
            assertThat(injected).isSameAs(SERVER.fake());
            new Caller(injected).submit(NUMBER);
            assertThat(injected).hasReceived(1);
            first = injected.baseUrl();
        }

        @Test
        @Order(2)
        void andForgetsBetweenTests() {
            assertThat(SERVER.fake()).hasReceived(0);
            assertThat(SERVER.fake().baseUrl()).isEqualTo(first);
        }

        @Nested
        class In_a_nested_class {

            @Test
            void itIsTheSameServer() {
                assertThat(SERVER.fake().baseUrl()).isEqualTo(first);
            }
        }
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class As_an_instance_field {

        private static FakeSmsPartner earlier;

        @RegisterExtension
        final FakeSmsPartnerExtension server = FakeSmsPartnerExtension.of(FakeSmsPartner.builder());

        @Test
        @Order(1)
        void eachTestHasAServer() throws Exception {
            earlier = server.fake();
            assertThat(new Caller(earlier).submit(NUMBER).statusCode()).isEqualTo(200);
        }

        @Test
        @Order(2)
        void thatIsClosedWhenTheTestIsOver() {
            assertThat(server.fake()).isNotSameAs(earlier);
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Caller(earlier).submit(NUMBER));
        }
    }

    @Nested
    class On_a_method {

        @Test
        @ExtendWith(FakeSmsPartnerExtension.class)
        void theParameterIsARunningServer(FakeSmsPartner fake) throws Exception {
            assertThat(new Caller(fake).submit(NUMBER).statusCode()).isEqualTo(200);
        }
    }
}
