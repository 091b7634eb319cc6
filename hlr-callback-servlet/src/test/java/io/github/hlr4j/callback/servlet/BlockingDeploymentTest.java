package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.testkit.socket.RawClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The servlet where asynchronous processing is not supported. */
class BlockingDeploymentTest extends CallbackServletBehaviour {

    @Override
    CallbackServer deploy() {
        return deploy(Duration.ofSeconds(30));
    }

    @Test
    void theLogSaysOnceThatSlowSendersHoldThreads() throws Exception {
        try (CapturedLog log = CapturedLog.start()) {
            statusOf(server, server.target());
            statusOf(server, server.target());

            assertThat(log.text()).containsOnlyOnce("set async-supported for this servlet and for every filter");
        }
    }

    @Test
    void aSenderThatFallsSilentIs408() throws Exception {
        try (CallbackServer impatient =
                        deploy(Duration.ofSeconds(30)).withIdleTimeout(100).start();
                RawClient client = impatient.connect()) {
            client.request("POST", impatient.target(), "phone=", RawClient.FORM, "Content-Length: 100");

            assertThat(client.status()).isEqualTo(408);
        }
    }

    @Test
    void aSenderThatDripsBeyondItsTimeIs408() throws Exception {
        try (CallbackServer impatient = deploy(Duration.ZERO).start();
                RawClient client = impatient.connect()) {
            client.request("POST", impatient.target(), "phone=", RawClient.FORM, "Content-Length: 100");

            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("Connection: close\r\n");
        }
    }

    private CallbackServer deploy(Duration bodyTimeout) {
        return new CallbackServer(handler).set(false, bodyTimeout);
    }
}
