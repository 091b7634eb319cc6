package io.github.hlr4j.callback.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
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
            statusOf(GOOD);
            statusOf(GOOD);

            assertThat(log.text()).containsOnlyOnce("set async-supported for this servlet and for every filter");
        }
    }

    @Test
    void aSenderThatFallsSilentIs408() throws Exception {
        try (CallbackServer impatient =
                        deploy(Duration.ofSeconds(30)).withIdleTimeout(100).start();
                RawConnection connection = impatient.connect()) {
            connection
                    .head("POST", impatient.address(), RawConnection.FORM + "Content-Length: 100\r\n")
                    .send("phone=");

            assertThat(connection.status()).isEqualTo(408);
        }
    }

    @Test
    void aSenderThatDripsBeyondItsTimeIs408() throws Exception {
        try (CallbackServer impatient = deploy(Duration.ZERO).start();
                RawConnection connection = impatient.connect()) {
            connection
                    .head("POST", impatient.address(), RawConnection.FORM + "Content-Length: 100\r\n")
                    .send("phone=");

            assertThat(connection.answer()).startsWith("HTTP/1.1 408").contains("Connection: close\r\n");
        }
    }

    private static CallbackServer deploy(Duration bodyTimeout) {
        CallbackServer jetty = new CallbackServer();
        ServletHolder holder = new ServletHolder(new HlrCallbackServlet(jetty.receiver(), bodyTimeout));
        holder.setAsyncSupported(false);
        return jetty.with(application -> application.addServlet(holder, "/hlr/*"));
    }
}
