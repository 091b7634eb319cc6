package io.github.hlr4j.example.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.spi.HttpTransportProvider;
import io.github.hlr4j.spi.TransportException;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

final class ApacheHttpTransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void aClosedTransportSendsNothing() {
        HttpTransport transport = ApacheHttpTransport.create();
        transport.close();
        try (RawHttpServer server = RawHttpServer.start(RawScript.reply(200, "{}"))) {
            assertThatThrownBy(() -> transport.post(TestPosts.to(server.http("/"))))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT))
                    .hasMessageStartingWith("the transport is closed");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void closingLetsACallInFlightEndAndThenEndsConnectionsAndThreads() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        RawScript late = RawScript.answer("").then(connection -> {
            await(closed);
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
        try (RawHttpServer server = RawHttpServer.start(late)) {
            HttpTransport transport = ApacheHttpTransport.create();
            CompletableFuture<HttpReply> call =
                    CompletableFuture.supplyAsync(() -> transport.post(TestPosts.to(server.http("/"))));
            assertThat(server.awaitRequest(PATIENCE)).isTrue();
            Thread[] workers = workers();
            assertThat(workers).isNotEmpty();
            transport.close();
            closed.countDown();

            assertThat(call.join().status()).isEqualTo(200);
            assertThat(server.awaitHangUp(PATIENCE)).isTrue();
            for (Thread worker : workers) {
                worker.join(PATIENCE.toMillis());
                assertThat(worker.isAlive()).isFalse();
            }
        }
    }

    @Test
    void asManyCallsAreInFlightAtOnceAsAreMade() {
        int calls = 8;
        CountDownLatch allArrived = new CountDownLatch(calls);
        RawScript together = connection -> {
            connection.readRequest();
            allArrived.countDown();
            await(allArrived);
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        };
        ExecutorService callers = Executors.newFixedThreadPool(calls);
        try (RawHttpServer server = RawHttpServer.start(together);
                HttpTransport transport = ApacheHttpTransport.create()) {
            List<CompletableFuture<HttpReply>> replies = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> transport.post(TestPosts.to(server.http("/"))), callers))
                    .limit(calls)
                    .toList();
            assertThat(replies)
                    .allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aConnectionThatBreaksWithinTheHeadMeansThatTheRequestMayHaveArrived() {
        RawScript resetAtOnce = connection -> {
            connection.readBytes(1);
            connection.reset();
        };
        try (RawHttpServer server = RawHttpServer.start(resetAtOnce)) {
            assertUnknown(server.http("/?" + "x".repeat(4_000_000)));
        }
    }

    @Test
    void aReplyBehindWhatIsNoHttpIsNotBelieved() {
        String reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        try (RawHttpServer server = RawHttpServer.start(RawScript.answer("ICY 200 OK\r\n" + reply))) {
            assertUnknown(server.http("/"));
        }
    }

    @Test
    void anUnreadableReplyThatRepeatsTheRequestIsNotRepeatedByTheException() {
        String key = "not-a-real-key-000";
        try (RawHttpServer server = RawHttpServer.start(RawScript.answer(key + "\r\n\r\n"));
                HttpTransport transport = ApacheHttpTransport.create()) {
            assertThatThrownBy(() -> transport.post(TestPosts.to(server.http("/"))))
                    .isInstanceOf(TransportException.class)
                    .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(key));
        }
    }

    private static void assertUnknown(URI uri) {
        try (HttpTransport transport = ApacheHttpTransport.create()) {
            assertThatThrownBy(() -> transport.post(TestPosts.to(uri)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        }
    }

    @Test
    void theProviderIsNamedApacheAndTheClassPathAndTheModulePathFindTheSame() throws IOException {
        assertThat(new ApacheHttpTransportProvider().name()).isEqualTo("apache");
        Module module = ApacheHttpTransport.class.getModule();
        assertThat(module.isNamed()).isTrue();
        String service = HttpTransportProvider.class.getName();
        try (InputStream listed = module.getResourceAsStream("META-INF/services/" + service)) {
            String provider = new String(listed.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(module.getDescriptor().provides()).singleElement().satisfies(provides -> {
                assertThat(provides.service()).isEqualTo(service);
                assertThat(provides.providers()).containsExactly(provider);
            });
        }
    }

    private static Thread[] workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("hlr-example-transport-apache"))
                .toArray(Thread[]::new);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException("the server's thread was interrupted", e);
        }
    }
}
