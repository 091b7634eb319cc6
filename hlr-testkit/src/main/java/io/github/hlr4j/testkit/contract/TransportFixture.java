package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.TransportException;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/** What a test of a transport starts from: a transport of its own, closed at the end. */
abstract class TransportFixture {

    static final Duration SHORT = Duration.ofMillis(400);
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private HttpTransport transport;

    /**
     * Creates the transport under test.
     *
     * @return a new transport; it is closed after the test
     */
    protected abstract HttpTransport transport();

    @BeforeEach
    final void openTransport() {
        transport = transport();
        loadClasses();
    }

    /** The first call of a virtual machine, and the first that fails, load classes for longer than a deadline tolerates. */
    private void loadClasses() {
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"), RawConnection::hang)) {
            URI uri = server.http(Posts.PATH);
            transport.post(Posts.to(uri));
            assertThatThrownBy(() -> transport.post(Posts.to(uri, Duration.ofMillis(50))))
                    .isInstanceOf(TransportException.class);
        }
    }

    @AfterEach
    final void closeTransport() {
        transport.close();
    }

    final Attempt post(HttpPost post) {
        return Attempt.of(transport, post);
    }

    final Attempt post(URI uri) {
        return post(Posts.to(uri));
    }

    /** Runs a check under a transport that no other dynamic test has used. */
    final DynamicTest fresh(String name, Consumer<HttpTransport> check) {
        return dynamicTest(name, () -> {
            try (HttpTransport own = transport()) {
                check.accept(own);
            }
        });
    }
}
