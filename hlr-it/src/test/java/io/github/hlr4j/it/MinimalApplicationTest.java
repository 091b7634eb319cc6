package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.it.probe.MinimalApplication;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.ReceivedSubmission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** hlr-core, hlr-transport-jdk and one format are enough to verify a number. */
class MinimalApplicationTest {

    private static final PhoneNumber NUMBER = PhoneNumber.parse("+33639980001");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ON_CLASS_PATH,  format-json, JSON",
        "ON_CLASS_PATH,  format-xml,  XML",
        "ON_MODULE_PATH, format-json, JSON",
        "ON_MODULE_PATH, format-xml,  XML"
    })
    void oneFormatAloneVerifiesANumber(OwnJvm jvm, String set, ReplyFormat format) {
        List<Path> path = new ArrayList<>(List.of(FixtureModule.running(folder, MinimalApplication.class)));
        path.addAll(JarSets.of("core", "transport-jdk", set));
        try (FakeSmsPartner fake = FakeSmsPartner.start()) {
            List<String> printed = jvm.run(
                    path,
                    MinimalApplication.class,
                    fake.baseUrl().toString(),
                    fake.key().reveal(),
                    NUMBER.e164());

            assertThat(fake.journal().timesBilled(NUMBER)).isOne();
            ReceivedSubmission received = fake.journal().submissions().get(0);
            assertThat(received.replyFormat()).isEqualTo(format);
            assertThat(printed).containsExactly(received.campaignId().orElseThrow() + " 0.005 EUR");
        }
    }
}
