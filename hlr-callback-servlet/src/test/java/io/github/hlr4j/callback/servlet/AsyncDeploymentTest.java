package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.ConfigurationException;
import io.github.hlr4j.testkit.socket.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The servlet as {@link HlrCallbackServlet#register} adds it. */
class AsyncDeploymentTest extends CallbackServletBehaviour {

    @Override
    CallbackServer deploy() {
        return new CallbackServer(handler).registered();
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIs408() throws Exception {
        try (CallbackServer impatient = impatient();
                RawClient client = impatient.connect()) {
            client.request("POST", impatient.target(), "phone=", RawClient.FORM, "Content-Length: 100");

            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("Content-Length: 0\r\n");
            assertThat(client.rest()).isEmpty();
            assertThat(handler.results).isEmpty();
        }
    }

    @Test
    void aSlowHandlerIsNotTakenForASlowSender() throws Exception {
        try (CallbackServer impatient = impatient()) {
            CompletableFuture<Void> longAfterTheTimeout =
                    new CompletableFuture<Void>().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS);
            handler.failWith(longAfterTheTimeout::join);

            assertThat(statusOf(impatient, impatient.target())).isEqualTo(204);
        }
    }

    @Test
    void nothingIsLeftRunningOnceTheServerStops() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (CallbackServer shortLived = deploy().start()) {
            statusOf(shortLived, shortLived.target());
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
        CallbackServer jetty = new CallbackServer(handler);
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

        try (jetty) {
            jetty.start();
            assertThat(statusOf(jetty, jetty.target().replace("/hlr/", "/other/")))
                    .isEqualTo(204);
        }
        assertThat(refusals)
                .containsExactly(
                        "A callback servlet is already registered at /hlr/*.\nRegister one receiver for each mapping.",
                        "Another servlet is already mapped to [/taken/*].\nGive the callback a mapping of its own.");
    }

    private CallbackServer impatient() throws Exception {
        return new CallbackServer(handler).set(true, Duration.ofMillis(100)).start();
    }
}
