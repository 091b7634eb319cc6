package io.github.hlr4j.testkit.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hlr4j.spi.HttpPost;
import io.github.hlr4j.spi.HttpTransport;
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

    private static final Duration DEADLINE_THAT_PASSES = Duration.ofMillis(10);

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

    /**
     * The first call of a virtual machine, and the first that fails, load classes for longer than a deadline tolerates.
     * What a transport does wrong here is for the tests to say, and one that knows no deadline must get as far as them.
     */
    private void loadClasses() {
        RawScript tooLate = RawScript.answer("")
                .then(connection -> connection.drip("late", DEADLINE_THAT_PASSES.multipliedBy(5)))
                .then(RawConnection::close);
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"), tooLate)) {
            URI uri = server.http(Posts.PATH);
            transport.post(Posts.to(uri));
            transport.post(Posts.to(uri, DEADLINE_THAT_PASSES));
        } catch (RuntimeException e) {
            // The second call always fails.
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

    final Attempt postInThisThread(URI uri) {
        return Attempt.inThisThread(transport, Posts.to(uri));
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
