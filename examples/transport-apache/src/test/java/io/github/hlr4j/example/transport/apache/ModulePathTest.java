package io.github.hlr4j.example.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.example.transport.apache.probe.ModulePathProbe;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Apache's jars do not say what they need, so the module of the transport must, and only a run without more shows it. */
final class ModulePathTest {

    private static final String MODULE = "io.github.hlr4j.example.transport.apache";

    @Test
    void theModuleBringsWhateverItsTransportNeeds() throws IOException, InterruptedException {
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"))) {
            Process probe = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--module-path",
                            System.getProperty("jdk.module.path"),
                            "--limit-modules",
                            MODULE,
                            "--add-modules",
                            MODULE,
                            "--class-path",
                            Path.of("target", "test-classes").toString(),
                            ModulePathProbe.class.getName(),
                            server.http("/").toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(probe.waitFor()).as(output).isZero();
            assertThat(output).contains(MODULE + " 200");
        }
    }
}
