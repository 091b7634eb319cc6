package io.github.hlr4j.format.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ApiError;
import io.github.hlr4j.ApiKey;
import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.Submission;
import io.github.hlr4j.VerificationRequest;
import io.github.hlr4j.client.HlrClient;
import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.WireFormatProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderTest {

    private static final String REFUSAL =
            "<result><entry>false</entry><entry>10</entry><entry>Refused</entry></result>";

    @Test
    void theServicesFileAndTheModuleProvideTheSame() throws IOException {
        assertThat(provides().service()).isEqualTo(WireFormatProvider.class.getName());
        assertThat(provides().providers()).isEqualTo(linesOfServicesFile());
    }

    @Test
    void aClientFindsTheFormatAndReadsARefusalByIt() {
        try (HlrClient client = HlrClient.builder(ApiKey.of("not-a-real-key"))
                .transport(ProviderTest::refuse)
                .build()) {
            Submission outcome = client.submit(VerificationRequest.of(PhoneNumber.parse("+33639980001")));
            assertThat(outcome).isEqualTo(new Submission.Rejected(ApiError.of(10, "Refused", 200)));
        }
    }

    private static HttpReply refuse(HttpPost post) {
        assertThat(post.accept()).isEqualTo("application/xml");
        return new HttpReply(200, Map.of(), REFUSAL.getBytes(StandardCharsets.UTF_8));
    }

    private static ModuleDescriptor.Provides provides() throws IOException {
        try (InputStream moduleInfo = open("/module-info.class")) {
            return ModuleDescriptor.read(moduleInfo).provides().iterator().next();
        }
    }

    private static List<String> linesOfServicesFile() throws IOException {
        try (InputStream file = open("/META-INF/services/" + WireFormatProvider.class.getName())) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static InputStream open(String resource) {
        return XmlFormatProvider.class.getResourceAsStream(resource);
    }
}
