package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.it.fixture.json.OtherJsonProvider;
import io.github.hlr4j.it.fixture.transport.OtherTransportProvider;
import io.github.hlr4j.it.probe.DiscoveryProbe;
import io.github.hlr4j.spi.HttpTransportProvider;
import io.github.hlr4j.spi.WireFormatProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One program, different jars beside it: what the builder finds, and what it says where that is none or too many. */
class DiscoveryTest {

    private static final String NO_TRANSPORT = "No HTTP transport was found."
            + "\nAdd io.github.hlr4j:hlr-transport-jdk to the class path or module path,"
            + " or give one to HlrClient.Builder.transport(HttpTransport).";

    private static final String NO_FORMAT = "No wire format was found."
            + "\nAdd io.github.hlr4j:hlr-format-json or io.github.hlr4j:hlr-format-xml to the class path or module path,"
            + " or give one to HlrClient.Builder.formats(WireFormatProvider...).";

    private static final String JDK =
            "\n  - jdk: io.github.hlr4j.transport.jdk.JdkHttpTransportProvider from " + JarSets.nameIn("transport-jdk");

    private static final String OTHER =
            "\n  - other: " + OtherTransportProvider.class.getName() + " from other-transport";

    private static Path probe;
    private static Path otherTransport;
    private static Path otherJson;

    @BeforeAll
    static void packFixtures(@TempDir Path folder) {
        probe = FixtureModule.running(folder.resolve("probe"), DiscoveryProbe.class);
        otherTransport = FixtureModule.providing(
                folder.resolve("other-transport"), HttpTransportProvider.class, OtherTransportProvider.class);
        otherJson = FixtureModule.providing(
                folder.resolve("other-json"), WireFormatProvider.class, OtherJsonProvider.class);
    }

    @ParameterizedTest
    @EnumSource
    void withoutATransportTheMessageNamesTheArtifact(OwnJvm jvm) {
        assertThat(found(jvm, List.of(), List.of("format-json"), "jdk")).containsExactly(NO_TRANSPORT, NO_TRANSPORT);
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyTransportIsTaken(OwnJvm jvm) {
        assertThat(found(jvm, List.of(), List.of("transport-jdk", "format-json"), "jdk", "netty"))
                .containsExactly(
                        client("[JSON]", "io.github.hlr4j.transport.jdk"),
                        client("[JSON]", "io.github.hlr4j.transport.jdk"),
                        "No HTTP transport has the name 'netty'. Found:" + JDK
                                + "\nUse one of these names, or give one to HlrClient.Builder.transport(HttpTransport).");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTwoTransportsMustBeNamed(OwnJvm jvm) {
        assertThat(found(
                        jvm, List.of(otherTransport), List.of("transport-jdk", "format-json"), "jdk", "other", "netty"))
                .containsExactly(
                        "Several HTTP transports were found:" + JDK + OTHER
                                + "\nKeep one on the class path, give one to"
                                + " HlrClient.Builder.transport(HttpTransport), or name one with"
                                + " HlrClient.Builder.transport(String).",
                        client("[JSON]", "io.github.hlr4j.transport.jdk"),
                        client("[JSON]", "io.github.hlr4j.it.fixture.transport"),
                        "No HTTP transport has the name 'netty'. Found:" + JDK + OTHER
                                + "\nUse one of these names, or give one to HlrClient.Builder.transport(HttpTransport).");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAFormatTheMessageNamesTheArtifacts(OwnJvm jvm) {
        assertThat(found(jvm, List.of(), List.of("transport-jdk"))).containsExactly(NO_FORMAT);
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyFormatIsTaken(OwnJvm jvm) {
        assertThat(found(jvm, List.of(), List.of("transport-jdk", "format-xml")))
                .containsExactly(client("[XML]", "io.github.hlr4j.transport.jdk"));
    }

    @ParameterizedTest
    @EnumSource
    void bothFormatsAreTaken(OwnJvm jvm) {
        assertThat(found(jvm, List.of(), List.of("transport-jdk", "format-json", "format-xml")))
                .containsExactly(client("[JSON, XML]", "io.github.hlr4j.transport.jdk"));
    }

    @ParameterizedTest
    @EnumSource
    void twoProvidersOfOneFormatAreListed(OwnJvm jvm) {
        assertThat(found(jvm, List.of(otherJson), List.of("transport-jdk", "format-json")))
                .containsExactly("Several providers of the wire format JSON were found:"
                        + "\n  - json: io.github.hlr4j.format.json.JsonFormatProvider from "
                        + JarSets.nameIn("format-json")
                        + "\n  - json: " + OtherJsonProvider.class.getName() + " from other-json"
                        + "\nKeep one on the class path, or give the one to use to the builder's"
                        + " formats(WireFormatProvider...).");
    }

    private static List<String> found(OwnJvm jvm, List<Path> fixtures, List<String> sets, String... names) {
        List<Path> path = new ArrayList<>(List.of(probe));
        path.addAll(fixtures);
        path.addAll(JarSets.of("core"));
        path.addAll(JarSets.of(sets.toArray(String[]::new)));
        return jvm.run(path, DiscoveryProbe.class, names).stream()
                .map(line -> line.replace("\\n", "\n"))
                .toList();
    }

    private static String client(String formats, String transport) {
        return "HlrClient[http://127.0.0.1:1/v1/hlr/notify, " + formats + "] over " + transport;
    }
}
