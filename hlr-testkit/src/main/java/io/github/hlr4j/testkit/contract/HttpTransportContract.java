package io.github.hlr4j.testkit.contract;

import static io.github.hlr4j.testkit.socket.RawScript.answer;
import static io.github.hlr4j.testkit.socket.RawScript.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.Delivery;
import io.github.hlr4j.spi.HttpReply;
import io.github.hlr4j.spi.HttpTransport;
import io.github.hlr4j.testkit.socket.FullBacklog;
import io.github.hlr4j.testkit.socket.RawConnection;
import io.github.hlr4j.testkit.socket.RawHttpServer;
import io.github.hlr4j.testkit.socket.RawScript;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link HttpTransport} must do, above all: one request, whatever happens, and the truth about its delivery.
 *
 * <pre>{@code
 * final class MyTransportContractTest extends HttpTransportContract {
 *     @Override
 *     protected HttpTransport transport() {
 *         return MyTransport.create();
 *     }
 * }
 * }</pre>
 *
 * <p>The transport is asked to connect to loopback alone, and to one name that exists nowhere. It must not trust
 * certificates that nobody vouches for. A stalled connection is provoked as Linux needs it.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class HttpTransportContract extends FailureRules {

    private static final int THREADS = 8;
    private static final int CALLS_OF_EACH = 25;

    /** For subclasses; the engine makes one instance for each test. */
    protected HttpTransportContract() {}

    /**
     * Creates the transport under test.
     *
     * @return a new transport; it is closed after the test
     */
    @Override
    protected abstract HttpTransport transport();

    @Test
    final void anInterruptBeforeTheCallMeansThatNothingWasSentAndStaysSet() {
        try (RawHttpServer server = RawHttpServer.start(reply(200, "{}"))) {
            Thread.currentThread().interrupt();
            Attempt attempt = postInThisThread(server.http(Posts.PATH));
            assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
            attempt.failedWith(Delivery.NOT_SENT);
            post(server.http(Posts.PATH)).reply();
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    final void anInterruptDuringTheCallEndsItWithUnknownDeliveryAndStaysSet() throws Exception {
        try (RawHttpServer server = RawHttpServer.start(answer("").then(RawConnection::hang))) {
            FutureTask<Boolean> call = new FutureTask<>(() -> {
                postInThisThread(server.http(Posts.PATH)).failedWith(Delivery.UNKNOWN);
                return Thread.interrupted();
            });
            Thread caller = new Thread(call, "caller");
            caller.start();
            assertThat(server.awaitRequest(PATIENCE)).isTrue();
            caller.interrupt();
            assertThat(call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the interrupt flag")
                    .isTrue();
            assertThat(server.awaitHangUp(PATIENCE))
                    .as("the connection is given up")
                    .isTrue();
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    final void anInterruptWhileConnectingMeansThatNothingWasSentAndStaysSet() throws Exception {
        try (FullBacklog backlog = FullBacklog.fill()) {
            FutureTask<Boolean> call = new FutureTask<>(() -> {
                postInThisThread(backlog.http(Posts.PATH)).failedWith(Delivery.NOT_SENT);
                return Thread.interrupted();
            });
            Thread caller = new Thread(call, "caller");
            caller.start();
            awaitWaiting(caller);
            caller.interrupt();
            assertThat(call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the interrupt flag")
                    .isTrue();
            assertThat(backlog.acceptAndCountBytes(Duration.ofMillis(1500))).isZero();
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    final void concurrentCallsEachGetTheReplyToTheirOwnRequest() throws Exception {
        RawScript echo = connection -> {
            byte[] body = connection.readRequest().body();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
            connection.send(body);
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (RawHttpServer server = RawHttpServer.start(echo)) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < THREADS; caller++) {
                String name = "caller " + caller;
                callers.add(threads.submit(() -> callAndCompare(server.http(Posts.PATH), name)));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(server.requests()).isEqualTo(THREADS * CALLS_OF_EACH);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    final void callsAtTheSameTimeDoNotWaitForEachOther() throws Exception {
        CyclicBarrier allAreHere = new CyclicBarrier(THREADS);
        RawScript together = connection -> {
            connection.readRequest();
            awaitAll(allAreHere);
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (RawHttpServer server = RawHttpServer.start(together)) {
            List<Future<HttpReply>> callers = new ArrayList<>();
            for (int caller = 0; caller < THREADS; caller++) {
                callers.add(threads.submit(() -> post(server.http(Posts.PATH)).reply()));
            }
            for (Future<HttpReply> caller : callers) {
                assertThat(caller.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Ends the connection, and all others that wait, if not everybody comes. */
    private static void awaitAll(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException("not all requests came", e);
        }
    }

    private void callAndCompare(URI uri, String caller) {
        for (int call = 0; call < CALLS_OF_EACH; call++) {
            byte[] body = (caller + ", call " + call).getBytes(StandardCharsets.UTF_8);
            assertThat(post(Posts.of(uri, body)).reply().body()).isEqualTo(body);
        }
    }

    @Test
    final void aConnectionIsUsedAgainAfterAnyCompleteReply() {
        RawScript[] replies = {
            reply(429, "slow down"), reply(204, ""), reply(500, ""), reply(303, "", "Location: /"), reply(200, "{}")
        };
        try (RawHttpServer server = RawHttpServer.start(reply(200, "{}"), replies)) {
            for (int calls = 0; calls < 50; calls++) {
                post(server.http(Posts.PATH)).reply();
            }
            assertThat(server.requests()).isEqualTo(50);
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    final void closingTwiceIsHarmless() {
        HttpTransport own = transport();
        own.close();
        own.close();
    }
}
