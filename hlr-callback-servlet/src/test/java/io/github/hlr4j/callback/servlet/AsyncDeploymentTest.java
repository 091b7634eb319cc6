package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

/** The servlet as {@link HlrCallbackServlet#register} adds it. */
class AsyncDeploymentTest extends CallbackServletBehaviour {

    private static final int STALLED = 100;

    @Override
    CallbackServer deploy() {
        CallbackServer jetty = new CallbackServer();
        return jetty.with(application -> application.addServletContainerInitializer(
                (classes, context) -> HlrCallbackServlet.register(context, "/hlr/*", jetty.receiver())));
    }

    @Test
    void sendersThatStallKeepNobodyWaitingAndLoseNothing() {
        List<RawConnection> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STALLED; i++) {
                stalled.add(server.connect()
                        .head(
                                "POST",
                                server.address(),
                                RawConnection.FORM + "Content-Length: " + GOOD.length() + "\r\n")
                        .send(GOOD.substring(0, 10)));
            }

            assertThat(statusOf(GOOD)).isEqualTo(204);

            stalled.forEach(connection -> connection.send(GOOD.substring(10)));
            assertThat(stalled).allSatisfy(c -> assertThat(c.status()).isEqualTo(204));
            assertThat(server.handler.results).hasSize(STALLED + 1);
        } finally {
            stalled.forEach(RawConnection::close);
        }
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIs408() throws Exception {
        try (CallbackServer impatient = new CallbackServer();
                RawConnection connection = started(impatient, Duration.ofMillis(100))) {
            connection
                    .head("POST", impatient.address(), RawConnection.FORM + "Content-Length: 100\r\n")
                    .send("phone=");

            assertThat(connection.answer()).startsWith("HTTP/1.1 408").contains("Content-Length: 0\r\n");
            assertThat(connection.isClosedByServer()).isTrue();
            assertThat(impatient.handler.results).isEmpty();
        }
    }

    @Test
    void aSlowHandlerIsNotTakenForASlowSender() throws Exception {
        try (CallbackServer impatient = new CallbackServer();
                RawConnection connection = started(impatient, Duration.ofMillis(100))) {
            CompletableFuture<Void> longAfterTheTimeout =
                    new CompletableFuture<Void>().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS);
            impatient.handler.failWith(longAfterTheTimeout::join);

            assertThat(connection.post(impatient.address(), GOOD).status()).isEqualTo(204);
        }
    }

    @Test
    void nothingIsLeftRunningOnceTheServerStops() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (CallbackServer shortLived = deploy().start();
                RawConnection connection = shortLived.connect()) {
            connection.post(shortLived.address(), GOOD).status();
        }

        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        for (Thread thread : started) {
            thread.join(Duration.ofSeconds(10).toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void twoReceiversOfOneApplicationHaveMappingsOfTheirOwn() throws Exception {
        List<String> refusals = new ArrayList<>();
        CallbackServer jetty = new CallbackServer();
        jetty.with(application -> application.addServletContainerInitializer((classes, context) -> {
            HlrCallbackServlet.register(context, "/hlr/*", jetty.receiver());
            HlrCallbackServlet.register(context, "/other/*", jetty.receiver());
            context.addServlet("somebody else", new HlrCallbackServlet(jetty.receiver()))
                    .addMapping("/taken/*");
            for (String mapping : List.of("/hlr/*", "/taken/*")) {
                try {
                    HlrCallbackServlet.register(context, mapping, jetty.receiver());
                } catch (ConfigurationException e) {
                    refusals.add(e.getMessage());
                }
            }
        }));

        try (jetty;
                RawConnection connection = jetty.start().connect()) {
            URI other = URI.create(jetty.address().toString().replace("/hlr/", "/other/"));
            assertThat(connection.post(other, GOOD).status()).isEqualTo(204);
        }
        assertThat(refusals)
                .containsExactly(
                        "A callback servlet is already registered at /hlr/*.\nRegister one receiver for each mapping.",
                        "Another servlet is already mapped to [/taken/*].\nGive the callback a mapping of its own.");
    }

    private static RawConnection started(CallbackServer jetty, Duration bodyTimeout) throws Exception {
        ServletHolder holder = new ServletHolder(new HlrCallbackServlet(jetty.receiver(), bodyTimeout));
        holder.setAsyncSupported(true);
        return jetty.with(application -> application.addServlet(holder, "/hlr/*"))
                .start()
                .connect();
    }
}
