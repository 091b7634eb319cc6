package io.github.hlr4j.it.probe;

import static io.github.hlr4j.testkit.HlrAssertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.FakeSmsPartnerExtension;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests that use the extension with the JUnit that is there, and prints how each ended. */
public final class ExtensionProbe {

    private static final String NUMBER = "+33639980001";

    private ExtensionProbe() {}

    /**
     * Runs them all.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(
                                        DiscoverySelectors.selectClass(AsAStaticField.class),
                                        DiscoverySelectors.selectClass(AsAnInstanceField.class),
                                        DiscoverySelectors.selectClass(ByAnnotation.class),
                                        DiscoverySelectors.selectClass(Unmatched.class))
                                .build(),
                        new Printing());
    }

    private static int post(FakeSmsPartner fake, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(fake.baseUrl() + path).toURL().openConnection();
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write(("{\"apiKey\":\"sandbox-key\",\"phoneNumbers\":\"" + NUMBER + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        return connection.getResponseCode();
    }

    static final class Printing implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                System.out.println(result.getStatus() + " " + test.getDisplayName());
                result.getThrowable().ifPresent(failure -> System.out.println(failure.getMessage()));
            }
        }
    }

    static class AsAStaticField {

        @RegisterExtension
        static final FakeSmsPartnerExtension SERVER = new FakeSmsPartnerExtension();

        @Test
        void once(FakeSmsPartner fake) throws IOException {
            post(fake, "/hlr/notify");
            assertThat(SERVER.fake()).isSameAs(fake).hasBilledOnce(PhoneNumber.parse(NUMBER));
        }

        @Test
        void onceMore() throws IOException {
            post(SERVER.fake(), "/hlr/notify");
            assertThat(SERVER.fake()).hasReceived(1);
        }

        @Nested
        class InANestedClass {

            @Test
            void nested(FakeSmsPartner fake) {
                assertThat(fake).isSameAs(SERVER.fake()).hasBilledNothing();
            }
        }
    }

    static class AsAnInstanceField {

        @RegisterExtension
        final FakeSmsPartnerExtension server = FakeSmsPartnerExtension.of(FakeSmsPartner.builder());

        @Test
        void instance(FakeSmsPartner fake) throws IOException {
            assertThat(post(server.fake(), "/hlr/notify")).isEqualTo(200);
            assertThat(fake).isSameAs(server.fake()).hasReceived(1);
        }
    }

    @ExtendWith(FakeSmsPartnerExtension.class)
    static class ByAnnotation {

        private final FakeSmsPartner fake;

        ByAnnotation(FakeSmsPartner fake) {
            this.fake = fake;
        }

        @Test
        void annotated() throws IOException {
            assertThat(post(fake, "/hlr/notify")).isEqualTo(200);
        }
    }

    static class Unmatched {

        @RegisterExtension
        final FakeSmsPartnerExtension strict = new FakeSmsPartnerExtension();

        @Test
        void misspelt() throws IOException {
            assertThat(post(strict.fake(), "/hlr/notfy")).isEqualTo(404);
        }
    }
}
