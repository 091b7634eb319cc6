package io.github.hlr4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.Correlation;
import io.github.hlr4j.callback.CallbackAddresses;
import io.github.hlr4j.callback.CallbackKeys;
import io.github.hlr4j.testkit.socket.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What strangers can do to a container that is set up as the guide says; it has 200 threads by default. */
class ContainerTest {

    private static final String GOOD = "phone=%2B33639980001&errorGrpId=0&errorName=NO_ERROR";
    private static final int STALLED = 500;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final CallbackKeys keys = CallbackKeys.create();
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource
    void sendersThatStallBeforeTheBodyKeepNobodyWaitingWhateverTheirToken(ServletContainer container) throws Exception {
        try (ContainerProcess site = start(container)) {
            List<RawClient> stalled = new ArrayList<>();
            try {
                for (int i = 0; i < STALLED; i++) {
                    stalled.add(RawClient.connect(site.publicUrl())
                            .head("POST", i % 2 == 0 ? good(site) : bad(site), RawClient.FORM, "Content-Length: 100"));
                }
                long start = System.nanoTime();
                assertThat(statusOfGoodNotification(site)).isEqualTo(204);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
            } finally {
                stalled.forEach(RawClient::close);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsThatNeverReachTheServletLearnNothingOfTheContainer(ServletContainer container) throws Exception {
        try (ContainerProcess site = start(container)) {
            for (String request : List.of(
                    "GET /elsewhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /hlr/../WEB-INF/web.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                    "no request at all\r\n\r\n")) {
                try (RawClient client = RawClient.connect(site.publicUrl())) {
                    assertThat(client.send(request).rest())
                            .as(request)
                            .startsWith("HTTP/1.1 4")
                            .doesNotContainIgnoringCase("tomcat", "jetty", "Server:", "java.", "\tat ");
                }
            }
        }
    }

    private int statusOfGoodNotification(ContainerProcess site) {
        try (RawClient client = RawClient.connect(site.publicUrl())) {
            return client.post(good(site), GOOD).status();
        }
    }

    private String good(ContainerProcess site) {
        return target(site, keys);
    }

    private String bad(ContainerProcess site) {
        return target(site, CallbackKeys.create());
    }

    private ContainerProcess start(ServletContainer container) throws IOException {
        Path ring = Files.writeString(folder.resolve("ring"), keys.toText());
        return container.start(folder, WarFile.declaring(ring), (correlation, results) -> {});
    }

    private String target(ContainerProcess site, CallbackKeys signing) {
        return CallbackAddresses.of(
                        site.publicUrl(), signing, CallbackAddresses.DEFAULT_VALIDITY, InstantSource.system())
                .of(Correlation.random(random))
                .getRawPath();
    }
}
