package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.PhoneNumber;
import io.github.hlr4j.ReplyFormat;
import io.github.hlr4j.it.probe.MinimalApplication;
import io.github.hlr4j.testkit.FakeSmsPartner;
import io.github.hlr4j.testkit.ReceivedSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @CsvSource({
        "ON_CLASS_PATH,  JSON, org.eclipse.yasson., jakarta.xml.bind. org.glassfish.jaxb.",
        "ON_CLASS_PATH,  XML,  org.glassfish.jaxb., jakarta.json. org.eclipse.yasson. org.eclipse.parsson.",
        "ON_MODULE_PATH, JSON, org.eclipse.yasson., jakarta.xml.bind. org.glassfish.jaxb.",
        "ON_MODULE_PATH, XML,  org.glassfish.jaxb., jakarta.json. org.eclipse.yasson. org.eclipse.parsson."
    })
    void ofTwoFormatsTheOneThatIsNotUsedIsNotLoaded(OwnJvm jvm, ReplyFormat format, String needed, String unneeded)
            throws IOException {
        List<Path> path = new ArrayList<>(List.of(FixtureModule.running(folder, MinimalApplication.class)));
        path.addAll(JarSets.of("core", "transport-jdk", "format-json", "format-xml"));
        Path log = folder.resolve("loaded.txt");
        try (FakeSmsPartner fake = FakeSmsPartner.start()) {
            jvm.run(
                    List.of("-Xlog:class+load:file=" + log + ":none"),
                    path,
                    MinimalApplication.class,
                    fake.baseUrl().toString(),
                    fake.key().reveal(),
                    NUMBER.e164(),
                    format.name());
        }
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(type -> type.startsWith(needed));
        assertThat(loaded)
                .filteredOn(type -> Stream.of(unneeded.split(" ")).anyMatch(type::startsWith))
                .isEmpty();
    }
}
